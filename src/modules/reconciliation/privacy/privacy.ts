import { eraseReasonsOfMember } from "../ledger/memberships.sql"
import { eraseOwner } from "../ledger/owners.sql"
import { eraseAnswers, eraseTypedTexts } from "../ledger/typed-text.sql"
import type { Database } from "../ledger/database"
import { eraseDraftRows } from "../set-up/set-up.sql"

/** What the ledger does so that a person can be forgotten; what money moved stays. */
export class Privacy {
  constructor(private readonly database: Database) {}

  /**
   * Erases for good what people typed in the accounts of a customer (references, reasons, notes), the answers that
   * repeat it, the customer's name, and their rows in the draft of a set-up. The rows keep salted hashes, so that history can
   * still be verified. Repeating it erases nothing more.
   *
   * @param email what a draft may name the customer by instead of the id
   * @returns how many texts and answers were erased
   */
  async eraseTexts(customerId: string, email = ""): Promise<{ texts: number; answers: number }> {
    return this.database.transaction(async (session) => {
      const texts = await session.run(eraseTypedTexts, [customerId])
      const reasons = await session.run(eraseReasonsOfMember, [customerId])
      await session.run(eraseOwner, [customerId])
      await session.run(eraseDraftRows, [customerId, email])
      const answers = await session.run(eraseAnswers, [customerId])
      return { texts: texts.length + reasons.length, answers: answers.length }
    })
  }
}
