import { transferPayload } from "../../src/modules/reconciliation/domain/credit-transfer"
import {
  creditorReference,
  isIban,
  referenceOfAccount,
  referenceOfOrder,
} from "../../src/modules/reconciliation/domain/payment-reference"
import type { CreditTransferOption } from "../../src/modules/reconciliation/settings/credit-transfer-option"
import { settingsOf } from "../../src/modules/reconciliation/settings/options"
import { fitsMod97, scanned } from "../support/epc-qr"

describe("F75: creditor references", () => {
  it.each(["RF18539007547034", "RF712348231", "RF45G72UUR", "RF6518K5", "RF332348236"])(
    "are those that others published: %s",
    (published) => {
      expect(fitsMod97(published)).toBe(true)
      expect(creditorReference(published.slice(4))).toBe(published)
    },
  )

  it.each<[string, string]>([
    ["1", "O1"],
    ["1042", "O1042"],
    ["FR1042", "OFR1042"],
    ["7".repeat(20), `O${"7".repeat(20)}`],
    ["7".repeat(21), "D12"],
    ["FR-1042", "D12"],
    ["fr1042", "D12"],
    ["№1", "D12"],
    ["", "D12"],
  ])("name the order %s by %s", (displayId, body) => {
    const reference = referenceOfOrder({ displayId, id: 12n })
    expect([reference.slice(4), fitsMod97(reference), reference.length <= 25]).toEqual([body, true, true])
  })

  it("are no two alike, of orders and accounts, and any slip of a digit is found", () => {
    const all = Array.from({ length: 3000 }, (_, index) => BigInt(index + 1)).flatMap((id) => [
      referenceOfOrder({ displayId: String(id), id: 5n }),
      referenceOfOrder({ displayId: `#${id}`, id }),
      referenceOfAccount(id),
    ])
    expect(new Set(all).size).toBe(all.length)
    expect(all.every(fitsMod97)).toBe(true)
    const slips = all
      .slice(0, 300)
      .flatMap((one) =>
        one
          .split("")
          .flatMap((digit, place) =>
            /\d/.test(digit) ? [one.slice(0, place) + ((Number(digit) + 1) % 10) + one.slice(place + 1)] : [],
          ),
      )
    expect(slips.some(fitsMod97)).toBe(false)
  })
})

describe("F75: QR codes of transfers", () => {
  const creditor = { name: "Musée d’Élodie", iban: "DE89370400440532013000", bic: null }
  const reference = "RF18539007547034"

  it("are read by a scanner that reads the example of the guideline", () => {
    const example =
      "BCD\n001\n1\nSCT\nBPOTBEB1\nRed Cross of Belgium\nBE72000000001616\nEUR1\nCHAR\n\nUrgency fund\nSample EPC QR code"
    expect(scanned(example)).toMatchObject({
      version: "001",
      bic: "BPOTBEB1",
      name: "Red Cross of Belgium",
      iban: "BE72000000001616",
      money: "EUR1",
      purpose: "CHAR",
      structured: "",
      text: "Urgency fund",
      information: "Sample EPC QR code",
    })
  })

  it.each<[bigint, string]>([
    [1n, "0.01"],
    [10n, "0.10"],
    [17_000n, "170.00"],
    [99_999_999_999n, "999999999.99"],
  ])("say %s cents as %s", (amount, said) => {
    const payload = transferPayload({ creditor, amount, reference })
    expect(scanned(payload ?? "")).toMatchObject({
      version: "002",
      bic: "",
      name: creditor.name,
      iban: creditor.iban,
      money: `EUR${said}`,
      structured: reference,
      text: "",
    })
  })

  it("carry a BIC where the store has one, and end with the reference", () => {
    const payload = transferPayload({
      creditor: { ...creditor, bic: "COBADEFFXXX" },
      amount: 100n,
      reference,
    })
    expect(scanned(payload ?? "").bic).toBe("COBADEFFXXX")
    expect(payload?.endsWith(`\n\n${reference}`)).toBe(true)
  })

  it.each([0n, -100n, 100_000_000_000n])("are none of %s cents", (amount) => {
    expect(transferPayload({ creditor, amount, reference })).toBeNull()
  })

  it("fit the 331 bytes of the guideline with the longest of everything", () => {
    const option = { name: "é".repeat(70), iban: "FR1420041010050500013M02606", bic: "AAAABBCCDDD" }
    const { creditTransfer } = settingsOf({ creditTransfer: option })
    const longest = referenceOfOrder({ displayId: "7".repeat(20), id: 1n })
    if (!creditTransfer) throw new Error("the option was not read")
    const payload = transferPayload({ creditor: creditTransfer, amount: 99_999_999_999n, reference: longest })
    expect(scanned(payload ?? "").name).toBe(option.name)
  })
})

describe("F75: the option creditTransfer", () => {
  const good = { name: " Shop Ltd ", iban: "gb82 west 1234 5698 7654 32" }

  it("is taken with spaces and small letters, and is none by default", () => {
    expect(settingsOf({ creditTransfer: good }).creditTransfer).toEqual({
      name: "Shop Ltd",
      iban: "GB82WEST12345698765432",
      bic: null,
    })
    expect(settingsOf().creditTransfer).toBeNull()
  })

  it.each(["DE89370400440532013000", "FR1420041010050500013M02606", "NL91ABNA0417164300"])(
    "knows %s, and no slip of it",
    (iban) => {
      expect(isIban(iban)).toBe(true)
      expect(isIban(iban.replace(/.$/, (last) => String((Number(last) + 1) % 10)))).toBe(false)
      expect(isIban(iban.slice(0, -1))).toBe(false)
    },
  )

  it.each<[string, unknown, string]>([
    [
      "a name that is missing",
      { iban: good.iban },
      "option creditTransfer.name is undefined; use the name of",
    ],
    ["a name that is empty", { ...good, name: " " }, 'creditTransfer.name is " "; use the name'],
    ["a name of two lines", { ...good, name: "a\nb" }, "creditTransfer.name is"],
    ["a name that is too long", { ...good, name: "n".repeat(71) }, "1 to 70 characters"],
    ["a name of too many bytes", { ...good, name: "😀".repeat(60) }, "1 to 70 characters"],
    [
      "an IBAN with a slip",
      { ...good, iban: "GB82 WEST 1234 5698 7654 33" },
      "form or check digits are wrong",
    ],
    ["no IBAN", { name: "Shop" }, "option creditTransfer.iban is undefined, whose form"],
    ["a BIC that is none", { ...good, bic: "COBADE" }, 'creditTransfer.bic is "COBADE"; use 8 or 11'],
    ["a name that is misspelt", { ...good, IBAN: "x" }, "option creditTransfer.IBAN is not known; there are"],
    ["a text", "GB82", 'option creditTransfer is "GB82"; use an object with name'],
  ])("refuses %s", (_, creditTransfer, message) => {
    expect(() => settingsOf({ creditTransfer: creditTransfer as CreditTransferOption })).toThrow(message)
  })
})
