import type { HostMoneyRow, HostPayment } from "./host-order"
import { present } from "./host-order"

/** What the host's rows of a mirror carry in their metadata. */
export const MIRROR_TAG = "reconciliation_mirror"

/** The names of the host's rows of one mirror; each of its primary keys refuses a second one. */
export interface MirrorNames {
  readonly collection: string
  readonly session: string
  readonly payment: string
  readonly capture: string
  /** The order's transaction that counts it, and the one that takes it back. */
  readonly counted: string
  readonly takenBack: string
}

/** @param hostName 26 hexadecimal digits, of the outbox row */
export const namesOfMirror = (hostName: string): MirrorNames => ({
  collection: `pay_col_R${hostName}`,
  session: `payses_R${hostName}`,
  payment: `pay_R${hostName}`,
  capture: `capt_R${hostName}`,
  counted: `ordtrx_R${hostName}`,
  takenBack: `ordtrx_B${hostName}`,
})

/** The host's own ids go on with the time, which begins with a 0. */
const NAMED = /^(?:pay_col|payses|pay|capt|ordtrx)_[RB]([0-9A-F]{26})$/

/** The name of the mirror that a host's id belongs to; null of any other row. */
export const mirrorNameIn = (id: string | null | undefined): string | null =>
  NAMED.exec(id ?? "")?.[1] ?? null

/** Whether a capture is a mirror's, by its name, its tag or who made it. */
export const isOfMirror = ({ id, metadata, created_by: by }: HostMoneyRow): boolean =>
  mirrorNameIn(id) !== null || metadata?.[MIRROR_TAG] !== undefined || (by ?? "").startsWith(`${MIRROR_TAG}:`)

/** Whether the ledger made a refund to take a mirror back. */
export function takesBack({ metadata }: HostMoneyRow): boolean {
  const tag = metadata?.[MIRROR_TAG]
  return typeof tag === "object" && tag !== null && "takes_back" in tag && tag.takes_back === true
}

/** Whether a payment is a mirror; a person may have paid back a part of it. */
export const isMirror = ({ id, captures }: HostPayment): boolean =>
  mirrorNameIn(id) !== null || present(captures).some(isOfMirror)
