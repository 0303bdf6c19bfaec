import type { SettingsView, SettingValue, SettingView } from "../../../../types/http"

/** An editor of one option: it shows a value and says what it becomes; undefined while what is typed is none. */
export interface EditorProps {
  readonly setting: SettingView
  readonly seen: SettingsView
  readonly value: SettingValue | undefined
  readonly onChange: (value: SettingValue | undefined) => void
}

export type Parts = Readonly<Record<string, SettingValue>>

export const partsOf = (value: SettingValue | undefined): Parts =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Parts) : {}

export const listOf = (value: SettingValue | undefined): readonly SettingValue[] =>
  Array.isArray(value) ? (value as readonly SettingValue[]) : []

/** The texts of a list; of what is none, none. */
export const textsOf = (value: SettingValue | undefined): string[] => listOf(value).map(textOf)

export const textOf = (value: SettingValue | undefined): string =>
  value === null || value === undefined || typeof value === "object" ? "" : String(value)

/** What is typed into a field of numbers; what is no number goes on as text, which the server refuses with what it may be. */
export const numberOf = (typed: string): SettingValue =>
  typed.trim() !== "" && Number.isFinite(Number(typed)) ? Number(typed) : typed

/** What is typed into a field of amounts or percentages, as the server reads it; the reader's comma is a point there. */
export function decimalTyped(typed: string): string {
  const plain = typed.replaceAll(/[\s\u00A0\u202F]/g, "")
  return /^\d+,\d+$/.test(plain) ? plain.replace(",", ".") : typed.trim()
}
