import type { Page } from "playwright-core"
import { allWords } from "../../../test/support/admin-words"
import type { Target } from "./admin"
import type { Desk } from "./desk"
import { tabTo, type Widget } from "./widget"

export type Language = "en" | "fr"
export type Way = "mouse" | "keyboard"
export const LANGUAGES: readonly Language[] = ["en", "fr"]
export const WAYS: readonly Way[] = ["mouse", "keyboard"]

/** The states in which a screen can be met. */
export const STATES = [
  "partial",
  "full",
  "nothing to pay",
  "planned",
  "taken back",
  "refunded",
  "not read",
  "loading",
  "error",
  "no right",
  "narrow",
] as const
export type State = (typeof STATES)[number]

/** Where a screen stands for an order, and what it asks the plugin for. */
export interface Screen {
  readonly asks: (orderId: string) => string
  readonly at: (page: Page, store: Target, orderId: string) => Promise<string>
  /** When it has arrived: what is to be seen then. */
  readonly arrival: string
  /** When it shows what was asked for. */
  readonly shown: string
}

/** A person before a screen. */
export interface Visitor {
  readonly page: Page
  readonly card: Widget
  readonly language: Language
  readonly way: Way
  readonly desk: Desk
  readonly orderId: string
  /** Lets what was held back or refused through. */
  readonly release: () => Promise<void>
}

export interface Flow {
  /** Folders and files of the admin that it walks through. */
  readonly shows: readonly string[]
  readonly screen: Screen
  /** Of each state: that it is walked in, or why there is nothing to walk. */
  readonly states: Readonly<Record<State, "walked" | { readonly not: string }>>
  /** What happened before anybody looks. */
  readonly before?: (desk: Desk, orderId: string) => Promise<void>
  readonly walk: (visitor: Visitor) => Promise<void>
}

/** What the screen says under a key, in the visitor's language. */
export function said(language: Language, key: string): string {
  const found = key
    .split(".")
    .reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], allWords[language])
  if (typeof found !== "string") throw new Error(`There are no words under ${key}.`)
  return found
}

/** Presses a button, as people with a mouse or only a keyboard do. */
export async function press({ page, card, language, way }: Visitor, key: string): Promise<void> {
  const button = card.root.getByRole("button", { name: said(language, key) })
  await button.waitFor()
  if (way === "mouse") return await button.click()
  await button.focus()
  await page.keyboard.press("Enter")
}

/** Presses the button of a message; by keyboard it is reached by the key that the host has for its messages. */
export async function pressInMessage({ page, language, way }: Visitor, key: string): Promise<void> {
  const button = page.getByRole("button", { name: said(language, key), exact: true })
  await button.waitFor()
  if (way === "mouse") return await button.click()
  await page.keyboard.press("Alt+KeyT")
  await tabTo(page, "[data-sonner-toast] button")
  await page.keyboard.press("Enter")
}

export const EVERYWHERE: Flow["states"] = {
  partial: "walked",
  full: "walked",
  "nothing to pay": "walked",
  planned: "walked",
  "taken back": "walked",
  refunded: "walked",
  "not read": "walked",
  loading: "walked",
  error: "walked",
  "no right": "walked",
  narrow: "walked",
}

export const notWhere = (not: string, states: readonly State[]): Partial<Flow["states"]> =>
  Object.fromEntries(states.map((state) => [state, { not }]))

export const onlyIn = (state: State, not: string): Flow["states"] => ({
  ...EVERYWHERE,
  ...notWhere(
    not,
    STATES.filter((one) => one !== state),
  ),
})
