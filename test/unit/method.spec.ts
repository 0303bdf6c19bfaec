import { meansLabel } from "../../src/admin/lib/labels"
import { methodOfProvider } from "../../src/modules/reconciliation/domain/method"
import { settingsOf } from "../../src/modules/reconciliation/settings/options"

describe("the method of a payment", () => {
  it.each([
    ["pp_system_default", "manual"],
    ["pp_stripe_stripe", "card"],
    ["pp_stripe-ideal_stripe", "transfer"],
    ["pp_stripe-oxxo_eu", "cash"],
    ["pp_paypal_paypal", "wallet"],
    ["pp_unheard_of", "other"],
    [null, null],
  ])("of provider %s is %s", (provider, method) => {
    expect(methodOfProvider(provider, {})).toBe(method)
  })

  it("is what the store says where the store says it", () => {
    const { paymentMethods } = settingsOf({ paymentMethods: { pp_stripe_stripe: "terminal" } })
    expect(methodOfProvider("pp_stripe_stripe", paymentMethods)).toBe("terminal")
    expect(methodOfProvider("pp_stripe_eu", paymentMethods)).toBe("card")
  })

  it.each([
    [
      { pp_stripe_stripe: "Credit card" },
      'paymentMethods.pp_stripe_stripe is "Credit card"; use cash, cheque',
    ],
    [{ pp_stripe_stripe: 1 }, "paymentMethods.pp_stripe_stripe is 1; use cash, cheque"],
    [["card"], 'paymentMethods is ["card"]; use an object of methods by provider id'],
  ])("stops the start when the table is %j", (paymentMethods, told) => {
    expect(() => settingsOf({ paymentMethods: paymentMethods as Record<string, string> })).toThrow(told)
  })

  it("is told in words: of an unknown provider its name, of a reversal its kind", () => {
    const t = (key: string): string => key
    const means = { method: null, provider_id: null, detail: null }
    expect(meansLabel({ ...means, method: "card", provider_id: "pp_stripe_stripe" }, t)).toBe("methods.card")
    expect(meansLabel({ ...means, method: "other", provider_id: "pp_klarna_eu" }, t)).toBe("Klarna")
    expect(meansLabel({ ...means, method: "other", provider_id: "pp_card_demo" }, t)).toBe("methods.card")
    expect(meansLabel({ ...means, method: "other" }, t)).toBe("methods.other")
    expect(meansLabel({ ...means, method: "gift-card" }, t)).toBe("Gift card")
    expect(meansLabel({ ...means, detail: "chargeback" }, t)).toBe("methods.chargeback")
    expect(meansLabel(means, t)).toBeNull()
  })
})
