import { createHash, randomUUID } from "node:crypto"
import { keepTypedTexts } from "./typed-text.sql"
import { typedTexts, type TypedText } from "./tables/typed-texts"
import type { Session } from "./database"

/** Texts that people typed, on their way into the ledger: rows are given their names, the table their contents. */
export class TypedTexts {
  private readonly kept: TypedText[] = []

  constructor(private readonly accountId: bigint) {}

  /** The name by which a row holds a text. */
  nameOf(content: string): string {
    const salt = randomUUID()
    const digest = createHash("sha256").update(`${salt}${content}`).digest("hex")
    const name = `typed:${digest}`
    this.kept.push({ name, accountId: this.accountId, salt, content })
    return name
  }

  /** The same of a text that may be missing. */
  nameOrNull(content: string | null | undefined): string | null {
    return content === null || content === undefined ? null : this.nameOf(content)
  }

  get isEmpty(): boolean {
    return this.kept.length === 0
  }

  /** As a record set of JSON. */
  json(): string {
    return typedTexts.jsonOf(this.kept)
  }

  /** The same, record by record. */
  records(): string[] {
    return this.kept.map(typedTexts.json)
  }

  /** Stores them where the writing statement does not. */
  async store(session: Session): Promise<void> {
    if (!this.isEmpty) await session.run(keepTypedTexts, [this.json()])
  }
}
