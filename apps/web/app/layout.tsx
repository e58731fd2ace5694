/** The document: language, theme and type. Every page is rendered at the time of the request, for its nonce. */
import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { readPreferences } from "../lib/preferences.ts";
import { StyleNonce } from "../lib/style-nonce.tsx";
import { getManner, getMessages } from "../messages/get-messages.ts";
import { messagesOf } from "../messages/languages.ts";
import { MessagesProvider } from "../messages/use-messages.tsx";
import "@fontsource-variable/inter/wght.css";
import "@fontsource/noto-nastaliq-urdu/arabic-400.css";
import "@fontsource/noto-nastaliq-urdu/arabic-600.css";
import "./globals.css";

const inter = localFont({
  src: "../../../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  weight: "100 900",
  display: "swap",
  variable: "--font-inter",
  adjustFontFallback: false,
});

export async function generateMetadata(): Promise<Metadata> {
  const t = await getMessages();
  return {
    title: { default: t("app.name"), template: `%s · ${t("app.name")}` },
    description: t("app.description"),
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  interactiveWidget: "resizes-content",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#141719" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const jar = await cookies();
  const { theme, density } = readPreferences((name) => jar.get(name)?.value);
  const manner = await getManner();

  return (
    <html
      lang={manner.locale}
      dir={manner.direction}
      className={inter.variable}
      data-theme={theme === "system" ? undefined : theme}
      data-density={density}
    >
      <body>
        <StyleNonce />
        <MessagesProvider messages={messagesOf(manner.language).workspace} manner={manner}>
          {children}
        </MessagesProvider>
      </body>
    </html>
  );
}
