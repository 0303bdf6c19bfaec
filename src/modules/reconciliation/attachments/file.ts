import { createHash, randomUUID } from "node:crypto"
import { FILE_ENDINGS } from "../domain/file-endings"
import { LARGEST_FILE_BYTES, LONGEST_FILE_NAME, refuseAttachment } from "./refusals"

export interface SentFile {
  readonly name: string
  readonly mimeType: string
  /** As base64. */
  readonly content: string
}

/** A file as it is kept: what tells it from others. */
export interface FileFacts {
  readonly name: string
  readonly mimeType: string
  readonly size: number
  readonly sha256: string
}

/** What is in the file may not be said a second time in a name, and a name may not lead anywhere. */
const NAME = /^[^\p{Cc}/\\]+$/u

/** What a file is, by what was sent of it. @throws attachment_malformed */
export function factsOf({ name: sent, mimeType, content }: SentFile): FileFacts {
  const name = sent.trim()
  if (!NAME.test(name) || name.length > LONGEST_FILE_NAME) throw refuseAttachment.malformed("name")
  if (!Object.hasOwn(FILE_ENDINGS, mimeType)) throw refuseAttachment.malformed("type")
  const bytes = Buffer.from(content, "base64")
  if (bytes.toString("base64") !== content) throw refuseAttachment.malformed("content")
  if (bytes.length === 0 || bytes.length > LARGEST_FILE_BYTES) throw refuseAttachment.malformed("size")
  return { name, mimeType, size: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") }
}

/** What the store's File module is told that a file is called: nobody finds it by guessing, and it says nothing of anybody. */
export const storedName = ({ mimeType }: Pick<FileFacts, "mimeType">): string =>
  `reconciliation-${randomUUID()}.${FILE_ENDINGS[mimeType] ?? "bin"}`
