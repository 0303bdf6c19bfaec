import type { OpenItemKind } from "../kind"
import type { OpenItem, Side } from "../open-item"
import type { Desired, PostingClass } from "./document-state"
import type { Standing } from "./working-ledger"

export function kindOf(postingClass: PostingClass, side: Side, sequence: number): OpenItemKind {
  switch (postingClass) {
    case "line":
      return sequence === 1 && side === "debit" ? "charge" : "adjustment"
    case "fee":
      return side === "debit" ? "fee" : "adjustment"
    case "shipping":
    case "return_shipping":
      return sequence === 1 && side === "debit" ? postingClass : "adjustment"
    case "payment":
    case "stored_value":
      return side === "credit" ? postingClass : "void"
    case "refund":
      return side === "debit" ? "refund" : "void"
    case "credit_line":
    case "rounding":
    case "cancellation":
      return postingClass
  }
}

export function itemOf(
  desired: Desired,
): Description & Pick<OpenItem, "key" | "occurredAt" | "occurredOn" | "dueOn"> {
  return {
    ...descriptionOf(desired),
    key: desired.key,
    occurredAt: desired.at,
    occurredOn: desired.on,
    dueOn: null,
  }
}

/** What an item says of what it stands for, whoever tells of it. */
interface Description extends Pick<
  OpenItem,
  "lineKey" | "position" | "title" | "reference" | "method" | "paymentId" | "providerId"
> {
  readonly hostId: string | null
}

export function descriptionOf(source: Omit<Description, "hostId"> & Pick<OpenItem, "hostId">): Description {
  const { lineKey, position, title, reference, method } = source
  const { hostId = null, paymentId = null, providerId = null } = source
  return { lineKey, position, title, reference, method, hostId, paymentId, providerId }
}

/**
 * What a read finds taken back, the host may not date: an undone change, a vanished payment. Then it is
 * not dated before what it takes back.
 */
export function occurrenceOf(
  { at, on }: Pick<Desired, "at" | "on">,
  standing: Standing | undefined,
): Pick<OpenItem, "occurredAt" | "occurredOn"> {
  if (!standing || standing.last.occurredAt <= at) return { occurredAt: at, occurredOn: on }
  return { occurredAt: standing.last.occurredAt, occurredOn: standing.last.occurredOn }
}
