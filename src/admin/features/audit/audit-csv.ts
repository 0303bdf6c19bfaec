import type { AuditFinding } from "../../../types/http"
import type { Words } from "../../lib/use-words"
import { BYTE_ORDER_MARK, record } from "../lists/rows/csv"

const HEAD = [
  "kind",
  "order",
  "orderId",
  "others",
  "payment",
  "row",
  "currency",
  "amount",
  "stored",
  "expected",
  "since",
  "means",
  "cure",
] as const

const plain = (value: string | null) => (value === null ? null : { plain: value })

/** All findings as comma-separated values, each with what it means and what to do. */
export function auditCsv(findings: readonly AuditFinding[], { t }: Pick<Words, "t">): string {
  const rows = findings.map((one) =>
    record([
      t(`audit.kinds.${one.kind}.one`),
      one.order?.display_id ?? null,
      one.order?.id ?? null,
      one.others.map(({ display_id: number }) => number).join(" "),
      one.payment_id,
      one.row_id,
      one.currency_code.toUpperCase(),
      plain(one.amount),
      plain(one.stored),
      plain(one.expected),
      plain(one.at),
      t(`audit.kinds.${one.kind}.means`),
      t(`audit.kinds.${one.kind}.cure`),
    ]),
  )
  return BYTE_ORDER_MARK + record(HEAD.map((name) => t(`audit.csv.${name}`))) + rows.join("")
}
