import { settingsOf } from "../../src/modules/reconciliation/settings/options"

describe("A wrong option stops the start, with its name and what it may be", () => {
  it.each<[string, object, string]>([
    [
      "a name that is misspelt",
      { stratgy: "line_order" },
      "option stratgy is not known; there are strategy, ",
    ],
    [
      "a name within matchingCodes",
      { matchingCodes: { enable: false } },
      "option matchingCodes.enable is not",
    ],
    [
      "codes that are no object",
      { matchingCodes: false },
      "option matchingCodes is false; use an object with",
    ],
    ["a text for a boolean", { matchingCodes: { enabled: "no" } }, 'enabled is "no"; use true or false'],
    ["no rank", { matchingCodes: { firstRank: 0 } }, "option matchingCodes.firstRank is 0; use 1 to 1000000"],
    ["a text for a list", { moneyCreditLines: "gift-card" }, 'is "gift-card"; use a list of texts'],
    ["a list of something else", { moneyCreditLines: [7] }, "option moneyCreditLines is [7]; use a list of"],
    ["an empty text in a list", { moneyCreditLines: [""] }, 'option moneyCreditLines is [""]; use a list of'],
    ["components that are no list", { componentPriority: {} }, "option componentPriority is {}; use a list"],
    [
      "a name within writeOff",
      { writeOff: { limit: {} } },
      "option writeOff.limit is not known; there are acc",
    ],
    ["an account's name", { writeOff: { accounts: { lost: "1" } } }, "writeOff.accounts.lost is not known"],
    ["an account that is no text", { writeOff: { accounts: { loss: 6714 } } }, "loss is 6714; use a text"],
    ["an account that is empty", { writeOff: { accounts: { gain: "" } } }, 'accounts.gain is ""; use a text'],
    ["half a limit", { writeOff: { limits: { eur: { amount: "1" } } } }, "writeOff.limits.eur.percent is"],
    [
      "a bare limit",
      { writeOff: { limits: { eur: "0.50" } } },
      'writeOff.limits.eur is "0.50"; use an object',
    ],
    [
      "a text for automatic",
      { writeOff: { automatic: "true" } },
      'writeOff.automatic is "true"; use true or',
    ],
    ["a number for hostCreditLine", { writeOff: { hostCreditLine: 1 } }, "hostCreditLine is 1; use true or"],
    [
      "a name within a deposit",
      { deposits: [{ producttype: "ptyp_1" }] },
      "option deposits[0].producttype is not",
    ],
    [
      "a name within a schedule",
      {
        deposits: [
          {
            type: "ptyp_1",
            downPayment: { percent: 30 },
            schedule: [{ afterDays: 30, percent: 100, share: 1 }],
          },
        ],
      },
      "option deposits[0].schedule[0].share is not known; there are afterDays, percent.",
    ],
    [
      "a share of none",
      { orderReader: { checkEvery: 0 } },
      "option orderReader.checkEvery is 0; use a whole number, 1 or more.",
    ],
    ["a number for a key", { documentNumberKey: 7 }, "option documentNumberKey is 7; use a text."],
    ["terms that are no list", { paymentTerms: { days: 30 } }, "option paymentTerms is no list; use [{ due:"],
    [
      "a name within terms",
      { paymentTerms: [{ group: "g", due: { days: 30 } }] },
      "option paymentTerms[0].group is not known; there are customerGroups, companies",
    ],
    ["terms without a day", { paymentTerms: [{ due: {} }] }, "paymentTerms[0].due names none or several"],
    [
      "terms of two kinds",
      { paymentTerms: [{ due: { days: 30, onDelivery: 0 } }] },
      "option paymentTerms[0].due names none or several; use one of days, endOfMonth, onDelivery.",
    ],
    [
      "terms in half days",
      { paymentTerms: [{ due: { days: 1.5 } }] },
      "paymentTerms[0].due.days is 1.5; use a",
    ],
    [
      "a day of the month without a month",
      { paymentTerms: [{ due: { days: 30, on: 15 } }] },
      "option paymentTerms[0].due.on needs endOfMonth beside it.",
    ],
    [
      "the 32nd",
      { paymentTerms: [{ due: { endOfMonth: 30, on: 32 } }] },
      "option paymentTerms[0].due.on is 32; use a day of a month from 1 to 31.",
    ],
    [
      "terms for nobody",
      { paymentTerms: [{ companies: [], due: { days: 30 } }] },
      "option paymentTerms[0].companies is an empty list, which fits nothing; leave it out to fit all.",
    ],
    [
      "a right that is misspelt",
      { rights: { mange: ["user_1"] } },
      "option rights.mange is not known; there are",
    ],
    [
      "rights that are a list",
      { rights: ["manage"] },
      'option rights is ["manage"]; use an object with view',
    ],
    [
      "one person in place of a list",
      { rights: { manage: "user_1" } },
      'rights.manage is "user_1"; use a list',
    ],
    ["nothing in place of a list", { rights: { close: undefined } }, "rights.close is undefined; use a list"],
    ["a person without a name", { rights: { delete: [""] } }, 'rights.delete is [""]; use a list of texts'],
  ])("%s", (_, options, message) => {
    expect(() => settingsOf(options)).toThrow(message)
  })

  it("leaves alone what the host puts among them: the database that its modules share", () => {
    const fromTheHost = { database: { clientUrl: "postgres://…" } } as object
    expect(settingsOf(fromTheHost)).toEqual(settingsOf())
  })
})
