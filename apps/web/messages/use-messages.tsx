"use client";
/**
 * t() in components. The sentences are data that the server has sent with the
 * page, in the language of whoever asked for it.
 */
import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { Catalogue, Manner, Messages, Say, SayAll } from "./messages.ts";
import { translator } from "./translate.ts";

interface Spoken extends Manner {
  catalogue: Catalogue;
  t: SayAll;
}

const spoken = (catalogue: Catalogue, manner: Manner): Spoken => ({
  ...manner,
  catalogue,
  t: translator(catalogue, manner),
});

const MessagesContext = createContext<Spoken>(spoken({}, { language: "en", locale: "en", direction: "ltr" }));

interface MessagesProviderProps {
  manner: Manner;
  messages: Messages["workspace"];
  children: ReactNode;
}

/** Around every page, with the sentences of the workspace. */
export function MessagesProvider({ messages, manner, children }: MessagesProviderProps) {
  const value = useMemo(() => spoken(messages, manner), [messages, manner]);
  return <MessagesContext value={value}>{children}</MessagesContext>;
}

/** Adds the sentences of signing in, consent and settings. */
export function AccountMessages(props: { messages: Messages["account"]; children: ReactNode }) {
  const { messages, children } = props;
  const outer = useContext(MessagesContext);
  const value = useMemo(() => spoken({ ...outer.catalogue, ...messages }, outer), [messages, outer]);
  return <MessagesContext value={value}>{children}</MessagesContext>;
}

export const useMessages = (): Say => useContext(MessagesContext).t;

/** Only below `AccountMessages`. */
export const useAccountMessages = (): SayAll => useContext(MessagesContext).t;

export const useManner = (): Manner => useContext(MessagesContext);
