import { eraseReasonsOfMember } from "../ledger/memberships.sql"
import { eraseOwner } from "../ledger/owners.sql"
import { eraseAnswers, eraseTypedTexts } from "../ledger/typed-text.sql"
import type { Database } from "../ledger/database"

/** What the ledger does so that a person can be forgotten; what money moved stays. */
export class Privacy {
  constructor(private readonly database: Database) {}

  /**
   * Erases for good what people typed in the accounts of a customer (references, reasons, notes), the answers that
   * repeat it, and the customer's name. The rows keep salted hashes, so that history can still be verified. Repeating it erases nothing more.
   *
   * @returns how many texts and answers were erased
   */
  async eraseTexts(customerId: string): Promise<{ texts: number; answers: number }> {
    return this.database.transaction(async (session) => {
      const texts = await session.run(eraseTypedTexts, [customerId])
      const reasons = await session.run(eraseReasonsOfMember, [customerId])
      await session.run(eraseOwner, [customerId])
      const answers = await session.run(eraseAnswers, [customerId])
      return { texts: texts.length + reasons.length, answers: answers.length }
    })
  }
}
