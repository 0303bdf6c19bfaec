/** What a failure says of whether it was done: that it was not, that it may have been, or nothing that was not known. */
export type Told = "refused" | "open" | "nothing"

interface Sending<Sent> {
  readonly sent: Sent
  readonly key: string
  /** Whether nobody knows if it was done. */
  readonly isOpen: boolean
}

export interface SendingOnce<Sent> {
  readonly send: <Answer>(wanted: Sent, ask: (sent: Sent, key: string) => Promise<Answer>) => Promise<Answer>
  /** Whether nobody knows if what was sent last was done. */
  readonly isOpen: () => boolean
  /** The same, wanted again, is another wish, unless nobody knows if it was done. */
  readonly forget: () => void
}

/**
 * Gives what is sent the key under which the server does it once. What was not answered may have been done: when the
 * same is wanted again, the very same is sent under its key, also where the ledger has moved on since, perhaps by it.
 */
export function sendingOnce<Sent extends object>(
  toldBy: (failure: unknown) => Told,
  newKey: () => string,
): SendingOnce<Sent> {
  let last: Sending<Sent> | null = null
  return {
    send: async (wanted, ask) => {
      const now: Sending<Sent> =
        last && isAgain(last, wanted) ? last : { sent: wanted, key: newKey(), isOpen: false }
      last = now
      try {
        const answer = await ask(now.sent, now.key)
        last = { ...now, isOpen: false }
        return answer
      } catch (failure) {
        const told = toldBy(failure)
        last = { ...now, isOpen: told === "nothing" ? now.isOpen : told === "open" }
        throw failure
      }
    },
    isOpen: () => last?.isOpen ?? false,
    forget: () => {
      if (!last?.isOpen) last = null
    },
  }
}

const isAgain = ({ sent, isOpen }: Sending<object>, wanted: object): boolean =>
  isOpen ? wantedOf(sent) === wantedOf(wanted) : JSON.stringify(sent) === JSON.stringify(wanted)

/** What is asked for: which version of the ledger somebody looked at is no part of that. */
const wantedOf = (sent: object): string =>
  JSON.stringify(sent, (name, value: unknown) => {
    if (name === "version") return undefined
    return name === "path" && typeof value === "string" ? value.replace(/([?&])version=\d+/, "$1") : value
  })
