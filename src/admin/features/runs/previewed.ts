import type { RunCounts, RunView } from "../../../types/http"
import { isZero } from "../../lib/money"
import type { Words } from "../../lib/use-words"
import type { Outlook } from "./outlook"
import { isActive } from "./standing"

/** All that was placed, by a preview or by a run, to be compared: how many amounts first, then what they are made of. */
const placedIn = ({ placed, allocations, settled_orders: full, amounts }: RunCounts): string => {
  const money = amounts.filter(({ moved }) => !isZero(moved))
  return [
    placed,
    allocations,
    full,
    ...money.map(({ moved, currency_code: code }) => `${moved} ${code}`),
  ].join(", ")
}

/** Goes with the address of a run that was looked at wholly before it was started; the browser keeps it with its history. */
export const stateOfPreviewed = (outlook: Outlook | undefined): object | undefined =>
  outlook?.isWhole ? { previewed: placedIn(outlook.counts) } : undefined

/** What is there of it; who came another way has nothing to compare with. */
export function previewedIn(state: unknown): string | undefined {
  if (typeof state !== "object" || state === null || !("previewed" in state)) return undefined
  return typeof state.previewed === "string" ? state.previewed : undefined
}

/** While it works how far it is; afterwards whether it placed exactly what its preview had. */
export function besidePreview(
  run: RunView,
  previewed: string,
  { t, locale }: Pick<Words, "t" | "locale">,
): string {
  const wanted = Number.parseInt(previewed, 10)
  if (!isActive(run)) {
    if (placedIn(run.counts) === previewed) return t("runs.page.asPreviewed")
    if (run.counts.placed === wanted) return t("runs.page.notAsPreviewed")
  }
  return t("runs.page.ofPreviewed", { n: wanted.toLocaleString(locale) })
}
