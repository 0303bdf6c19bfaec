/** Reads what the plugin writes, made from the standards alone: nothing of the plugin's is used. */

/** Whether check digits fit (ISO 7064, mod 97-10), with the whole number at once. */
export function fitsMod97(text: string): boolean {
  const turned = text.slice(4) + text.slice(0, 4)
  const digits = turned.replaceAll(/[A-Z]/g, (letter) => String((letter.codePointAt(0) ?? 0) - 55))
  return BigInt(digits) % 97n === 1n
}

const ELEMENTS = [
  "tag",
  "version",
  "charset",
  "identification",
  "bic",
  "name",
  "iban",
  "money",
  "purpose",
  "structured",
  "text",
  "information",
] as const

type Element = (typeof ELEMENTS)[number]
type Scanned = Readonly<Record<Element, string>>

const RULES: Readonly<Record<string, (scan: Scanned, payload: string) => boolean>> = {
  "331 bytes at most": (_, payload) => new TextEncoder().encode(payload).length <= 331,
  "nothing behind the last element that is filled": (_, payload) => !payload.endsWith("\n"),
  "twelve elements at most": (_, payload) => payload.split("\n").length <= ELEMENTS.length,
  "the frame": ({ tag, charset, identification }) => `${tag} ${charset} ${identification}` === "BCD 1 SCT",
  "version 002, or 001 with a BIC": ({ version, bic }) =>
    version === "002" || (version === "001" && bic !== ""),
  "the BIC": ({ bic }) => /^(?:[A-Z0-9]{8}(?:[A-Z0-9]{3})?)?$/.test(bic),
  "the name": ({ name }) => /^.{1,70}$/u.test(name),
  "the IBAN": ({ iban }) => /^[A-Z]{2}\d\d[A-Z0-9]{1,30}$/.test(iban) && fitsMod97(iban),
  "the amount": ({ money }) => /^EUR\d{1,9}(?:\.\d{1,2})?$/.test(money) && Number(money.slice(3)) >= 0.01,
  "one of the two remittances": ({ structured, text }) => structured === "" || text === "",
  "the reference": ({ structured }) =>
    structured === "" || (/^RF\d\d[A-Z0-9]{1,21}$/.test(structured) && fitsMod97(structured)),
}

/** What a banking app reads in a QR code of EPC069-12. @throws Error where the guideline is broken */
export function scanned(payload: string): Scanned {
  const lines = payload.split(/\r?\n/)
  const scan = Object.fromEntries(ELEMENTS.map((name, place) => [name, lines[place] ?? ""])) as Scanned
  const broken = Object.entries(RULES).flatMap(([rule, holds]) => (holds(scan, payload) ? [] : [rule]))
  if (broken.length > 0) throw new Error(`not as the guideline says: ${broken.join(", ")}`)
  return scan
}
