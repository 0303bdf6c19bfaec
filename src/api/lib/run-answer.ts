import type { MedusaContainer } from "@medusajs/framework/types"
import type { RunLeftView, RunMoveView, RunPreview, RunView } from "../../types/http"
import { namedRows } from "./account-answer"
import { namedRuns, namesOfActors } from "./actors"
import { BYTE_ORDER_MARK, record, type Cell } from "./csv"
import type { FileLanguage } from "./transactions-file"

/** A run with the name of who started it. */
export async function runAnswer(scope: MedusaContainer, run: RunView): Promise<RunView> {
  const [named = run] = await namedRuns(scope, [run])
  return named
}

/** A preview with the names of those customers that the sweep has not named yet. */
export async function previewAnswer(scope: MedusaContainer, preview: RunPreview): Promise<RunPreview> {
  return {
    ...preview,
    moves: await namedRows(scope, preview.moves),
    left: await namedLeft(scope, preview.left),
  }
}

/** What a run left, with the names of such customers and of who made the later changes. */
export async function namedLeft(
  scope: MedusaContainer,
  left: readonly RunLeftView[],
): Promise<RunLeftView[]> {
  const rows = await namedRows(scope, left)
  const named = await namesOfActors(
    scope,
    rows.flatMap(({ later }) => (later ? [later.actor] : [])),
  )
  return rows.map((row) =>
    row.later ? { ...row, later: { ...row.later, actor: named(row.later.actor) } } : row,
  )
}

const HEADS: Readonly<Record<FileLanguage, readonly string[]>> = {
  en: [
    "Account",
    "Owner",
    "Came on",
    "Credit",
    "Method",
    "Of order",
    "On order",
    "Items",
    "Amount",
    "Currency",
    "Taken back",
    "Order has open",
    "Code",
    "Rule",
  ],
  fr: [
    "Compte",
    "Titulaire",
    "Reçu le",
    "Crédit",
    "Moyen",
    "De la commande",
    "Sur la commande",
    "Articles",
    "Montant",
    "Devise",
    "Repris",
    "Reste dû",
    "Code",
    "Règle",
  ],
}

/** What a run placed as comma-separated values, a page a part: days as YYYY-MM-DD, amounts with a point. */
export async function* runFile(
  pages: AsyncIterable<readonly RunMoveView[]>,
  language: FileLanguage,
): AsyncGenerator<string> {
  let head = BYTE_ORDER_MARK + record(HEADS[language])
  for await (const page of pages) {
    yield head + page.map((one) => record(cellsOf(one))).join("")
    head = ""
  }
}

function cellsOf({ owner, credit, order, ...one }: RunMoveView): Cell[] {
  const plain = (value: string | number): Cell => ({ plain: String(value) })
  return [
    plain(one.account_id),
    owner.name ?? owner.id,
    plain(credit.occurred_on),
    credit.title,
    credit.method,
    credit.display_id,
    order?.display_id ?? null,
    plain(one.items),
    plain(one.amount),
    one.currency_code.toUpperCase(),
    plain(one.taken_back),
    plain(order?.open ?? ""),
    order?.code?.code ?? null,
    one.rules.join(" "),
  ]
}
