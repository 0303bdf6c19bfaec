import type { ErrorBody } from "../../../../types/http"
import type { NamedRight } from "../../../../types/rights"
import { errorWords } from "../../../lib/errors"
import type { Words } from "../../../lib/use-words"

export interface RefusalWords {
  readonly text: string
  readonly remedy: string
  /** Of words that only the server has. */
  readonly lang: "en" | undefined
  readonly code: string | null
}

/** What went wrong with a request, as `RequestError` says it. */
interface Refused {
  readonly status: number | null
  readonly body: ErrorBody | null
  /** Whether something was to be done; else it was only to be read. */
  readonly isAct?: boolean | undefined
}

/** Why nothing is moved back and what to do about it, in the reader's words where there are any. */
export function refusalWords(
  { status, body, isAct = false }: Refused,
  right: NamedRight,
  { t, has, serverLang }: Pick<Words, "t" | "has" | "serverLang">,
): RefusalWords {
  if (!body) return { ...unanswered({ status, isAct }, right, t), lang: undefined, code: null }
  const { code, ids } = body
  if (status === 401 || status === 403) {
    const named = has(`rights.${ids["right"]}`) ? (ids["right"] as NamedRight) : right
    return { ...lacking(named, t), lang: undefined, code }
  }
  const key = `refusals.${code === "dependant_stays" ? ids["why"] : code}`
  // What settled it by now stays for one of the same reasons; each has a way out of its own.
  const why = `refusals.${ids["why"]}.remedy`
  if (code === "reversal_stays" && has(why))
    return { text: t(`errorCodes.texts.${code}`), remedy: t(why), lang: undefined, code }
  if (has(`${key}.text`)) {
    const text = t(code === "dependant_stays" ? "refusals.stays" : `${key}.text`)
    return { text, remedy: t(`${key}.remedy`), lang: undefined, code }
  }
  const said = errorWords(body, { t, has })
  return { text: said.text, remedy: said.remedy, lang: said.ofServer ? serverLang : undefined, code }
}

type Told = Pick<RefusalWords, "text" | "remedy">

const lacking = (right: NamedRight, t: Words["t"]): Told => ({
  text: t("noRight.change", { right: t(`rights.${right}`) }),
  remedy: t("noRight.ask"),
})

/** What was to be done and was not answered may have been done; sent again, it is done once. */
function unanswered(
  { status, isAct }: Pick<Refused, "status"> & { readonly isAct: boolean },
  right: NamedRight,
  t: Words["t"],
): Told {
  if (status === 401 || status === 403) return lacking(right, t)
  const key = `errors.${isAct ? "act." : ""}${status === null ? "network" : "server"}`
  return { text: t(`${key}.title`), remedy: t(`${key}.remedy`) }
}
