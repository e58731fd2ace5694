/** What makes the app installable. Browsers ask for it without a session, so it speaks the browser's language. */
import type { MetadataRoute } from "next";
import { getManner, getMessages } from "../messages/get-messages.ts";

export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const t = await getMessages();
  const { locale, direction } = await getManner();
  const icons = [{ src: "/icons/192.png", sizes: "192x192", type: "image/png" }];
  return {
    id: "/",
    name: t("app.name"),
    short_name: t("app.name"),
    description: t("app.description"),
    lang: locale,
    dir: direction,
    start_url: "/",
    scope: "/",
    display: "standalone",
    background_color: "#ffffff",
    theme_color: "#ffffff",
    categories: ["productivity"],
    icons: [
      ...icons,
      { src: "/icons/512.png", sizes: "512x512", type: "image/png" },
      { src: "/icons/maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
    shortcuts: [
      { name: t("view.today"), url: "/today", icons },
      { name: t("view.upcoming"), url: "/upcoming", icons },
      { name: t("view.search"), url: "/search", icons },
      { name: t("assistant.title"), url: "/?pane=assistant", icons },
    ],
  };
}
