import { int8, text, type Column } from "./column"
import { tableOf } from "./table"

/** What a person typed, apart from the row that it was typed for, so that it can be erased. */
export interface TypedText {
  /** What stands in the row: "typed:" and the SHA-256 of salt and content, by which the content is verified. */
  readonly name: string
  /** Whose ledger it was typed in. */
  readonly accountId: bigint
  /** Random, so that nobody finds a content by trying. */
  readonly salt: string
  readonly content: string
}

export const typedTexts = tableOf<TypedText>()("reconciliation_typed_text", {
  name: text,
  accountId: int8,
  salt: text,
  content: { ...text, nullable: true },
})

/** A text as people read it: what was typed, "" once that is erased, or what stands in the row itself. */
export const typedTextOf = (column: string): string =>
  `case when ${column} like 'typed:%'
     then coalesce((select t.content from reconciliation_typed_text t where t.name = ${column}), '') else ${column} end`

/** A column in which typed texts stand by their names. */
export const typed: Column<string, string> = { ...text, reading: typedTextOf }
