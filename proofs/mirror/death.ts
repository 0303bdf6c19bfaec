import type { MedusaContainer } from "@medusajs/framework/types"
import type { Mirrors } from "../../src/modules/reconciliation/mirrors/mirrors"
import { ledgerOf } from "../../src/workflows/ledger-of"

export class Died extends Error {}

/** Everything of the outbox that a worker asks for between two things that it does in the host. */
const ASKED = [
  "lease",
  "release",
  "postpone",
  "markRecorded",
  "markWithdrawn",
  "markRefused",
  "part",
] as const

/**
 * Lets the process die for the mirror: from one step of a worker on, nothing that it does reaches the database any more, and
 * nothing is given back, until it is born again. The worker asks for its lease before each step, so a death is before one.
 */
export class Death {
  private left: number | null = null
  private isDead = false
  private steps = 0

  constructor(container: () => MedusaContainer) {
    const { mirrors } = ledgerOf(container())
    for (const name of ASKED) this.take(mirrors, name)
  }

  /** The step before which it is to die: the first is 1. */
  dieBefore(step: number): void {
    this.left = step
    this.steps = 0
  }

  /** @returns before which step it died; null when it lived on */
  async bearAgain(expire: () => Promise<unknown>): Promise<number | null> {
    const died = this.isDead ? this.steps : null
    this.left = null
    this.isDead = false
    if (died !== null) await expire()
    return died
  }

  private take(mirrors: Mirrors, name: (typeof ASKED)[number]): void {
    const asked = mirrors[name].bind(mirrors) as (...words: unknown[]) => Promise<unknown>
    const dying = async (...words: unknown[]): Promise<unknown> => {
      if (name === "lease" && this.left !== null && !this.isDead) {
        this.steps += 1
        if (this.steps >= this.left) this.isDead = true
      }
      if (this.isDead) throw new Died(`the process is dead before ${name}`)
      return asked(...words)
    }
    Object.assign(mirrors, { [name]: dying })
  }
}
