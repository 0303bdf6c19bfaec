import { randomUUID } from "node:crypto"
import type { WriteOffPreview } from "../../../types/http"
import { whenOf } from "../domain/day"
import { decimalOf } from "../domain/money"
import { aloneUpTo } from "../domain/write-offs/limit"
import type { Session } from "../ledger/database"
import { change } from "../ledger/envelope"
import type { Settings } from "../settings/options"
import { draftOf } from "./draft"
import { boundsOn, decisionOn } from "./limit"
import { openIn } from "./place"
import type { WriteOffInput, WriteOffPlace } from "./types"

/** A write-off that is only to be looked at: nobody says why, and no key names it. */
export type WriteOffOnPaper = Pick<
  WriteOffInput,
  "target" | "kind" | "amount" | "context" | "expectedVersion"
>

type Decided = Pick<
  WriteOffPreview,
  "amount" | "currency_code" | "gl_account" | "needs_approval" | "limit" | "standing" | "rest"
>

/** Writes off within a dry run, as if whoever must decide it had done so. @throws version_stale, what decisionOn throws */
export async function writeOnPaper(
  session: Session,
  { place, call }: { readonly place: WriteOffPlace; readonly call: WriteOffOnPaper },
  { writeOff, matchingCodes, timeZone }: Settings,
): Promise<Decided> {
  const { kind, context, expectedVersion } = call
  const { account, standing } = place
  const written = (units: bigint): string => decimalOf(units, account.digits)
  return change<WriteOffPlace, Decided>(session, {
    context,
    codes: matchingCodes,
    lock: async () => place,
    expectedVersion: place.loaded ? expectedVersion : undefined,
    plan: async () => {
      const { amount, authority } = decisionOn(place, call, writeOff)
      // The plan takes it off what the place says is open.
      const rest = openIn(place, kind) - amount
      const when = whenOf(new Date().toISOString(), timeZone)
      const decided = {
        ...when,
        id: randomUUID(),
        kind,
        amount,
        settings: writeOff,
        origin: "manual" as const,
      }
      return {
        change: draftOf(place, decided),
        answer: () => ({
          amount: written(amount),
          currency_code: account.currencyCode,
          gl_account: writeOff.accounts[kind],
          needs_approval: authority === "two_persons",
          limit: written(aloneUpTo(boundsOn(place, writeOff))),
          standing: written(standing),
          rest: written(rest),
        }),
      }
    },
  })
}
