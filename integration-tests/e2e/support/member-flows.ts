import { ACCOUNT, choose, lookAndLeave, ONE, readable, REFUSED, UNREAD } from "./account-flows"
import { EVERYWHERE, notWhere, onlyIn, said, type Flow, type Screen, type Visitor } from "./flow"
import { accessibilityOf, focusIsOn } from "./widget"

/** The order in whose account there is a member, by the order that is walked: that one's own account stays as it is. */
const joined = new Map<string, string>()

/** The page of an account that has a member. */
const WITH_MEMBER: Screen = {
  ...ACCOUNT,
  at: async (page, store, orderId) => ACCOUNT.at(page, store, joined.get(orderId) ?? orderId),
}

async function openWith({ page, way }: Visitor, selector: string): Promise<void> {
  const button = page.locator(selector).last()
  if (way === "mouse") return await button.click()
  await button.focus()
  await page.keyboard.press("Enter")
}

export const MEMBER_FLOWS: Readonly<Record<string, Flow>> = {
  "look at joining an account with another one, at who is found, and at naming a company": {
    shows: ["features/account"],
    screen: ACCOUNT,
    states: { ...EVERYWHERE, ...UNREAD, ...ONE, ...notWhere("the menu comes with the account", REFUSED) },
    walk: async (visitor) => {
      if (!(await readable(visitor))) return
      const { page, language } = visitor
      await openWith(visitor, "[data-account-menu]")
      await choose(visitor, "members.join.menu")
      const over = page.locator("[data-act]")
      await over
        .getByRole("textbox", { name: said(language, "members.target.search") })
        .fill("No Such Company")
      await over.locator("[data-empty=targets]").waitFor()
      await over.locator("[data-found=new]").click()
      await over.locator("[data-outcome], [data-refusal]").first().waitFor()
      await lookAndLeave(visitor, "[data-act]", { isTyped: true })
      expect(await focusIsOn(page, "[data-account-menu]")).toBe(true)
    },
  },
  "take a member out of an account": {
    shows: ["features/account"],
    screen: WITH_MEMBER,
    states: onlyIn("partial", "who is a member of an account does not depend on what its orders are"),
    before: async (desk, orderId) => {
      const own = Date.now()
      const order = async (who: string): Promise<string> => {
        const id = await desk.checkOut(desk.titles(1), { atOnce: true, email: `${who}.${own}@example.com` })
        await desk.reconcile(id)
        return id
      }
      const [guest, customer] = [await order("guest"), await order("customer")]
      await desk.join(guest, customer)
      joined.set(orderId, customer)
    },
    walk: async (visitor) => {
      if (!(await readable(visitor))) return
      const { page } = visitor
      await openWith(visitor, "[data-take-out]")
      const over = page.locator("[data-act]")
      await over.locator("[data-outcome]").waitFor()
      expect(await accessibilityOf(page, "[data-act]")).toEqual([])
      await openWith(visitor, "[data-act] button[type=submit][aria-disabled=false]")
      await over.waitFor({ state: "detached" })
      await page.locator("[data-memberships]").waitFor({ state: "detached" })
      expect(await focusIsOn(page, "h1")).toBe(true)
    },
  },
}
