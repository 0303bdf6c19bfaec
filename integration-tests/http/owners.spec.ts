import type { AccountView, ListedAccountView, MembershipChangeView, OpenItemView } from "../../src/types/http"
import { endMembershipWorkflow } from "../../src/workflows"
import { takeOnWorkflow } from "../../examples/workflows/company-of-members"
import { describeHost } from "../setup/host"
import { TestStore } from "../setup/store"

/** A 75, B 75, C 20, no tax and no shipping. */
const SHOP = { currency: "usd", prices: [75, 75, 20] }

interface Refused {
  code: string
  ids: Record<string, string>
}

describeHost((host) => {
  const accountOf = async (store: TestStore, id: string): Promise<AccountView> =>
    (await store.get<{ account: AccountView }>(`reconciliation/accounts/${id}`)).account

  const refused = async (store: TestStore, route: string, body: unknown) =>
    host.request<Refused>("post", `/admin/reconciliation/${route}`, { body, headers: store.admin })

  /** An order of 150, and its account. */
  const placed = async (store: TestStore, email: string) => {
    const id = await store.checkOut([0, 1], email)
    const order = await store.eventually(id, { state: "none", totals: { open: "150.00" } })
    return { id, account: order.account_id, customer: order.customer?.id ?? "" }
  }

  it("F67: two customers are joined by their accounts; one cheque pays both, and the order of a member says whose it is", async () => {
    const store = await TestStore.open(host, SHOP)
    const ada = await placed(store, "ada@owners.example")
    const bea = await placed(store, "bea@owners.example")
    const ticked = [ada, bea].map(({ id }) => ({ order_id: id }))
    const cheque = {
      customer_id: ada.customer,
      currency_code: "usd",
      amount: "300.00",
      method: "cheque",
      orders: ticked,
    }
    expect(await refused(store, "payments", cheque)).toMatchObject({
      status: 400,
      body: {
        code: "order_of_another_account",
        ids: { order_id: bea.id, order_account_id: bea.account },
      },
    })
    const to = { to: { account_id: bea.account }, reason: "The same person" }
    const { preview } = await store.act<{ preview: MembershipChangeView }>(
      `reconciliation/accounts/${ada.account}/join/preview`,
      to,
    )
    expect(preview.brought).toMatchObject([
      {
        currency_code: "usd",
        from_account_id: ada.account,
        to_account_id: bea.account,
        order_count: 1,
        open: "150.00",
        money: "0.00",
      },
    ])
    expect((await accountOf(store, ada.account)).member_of).toBeNull()
    const { joined } = await store.act<{ joined: MembershipChangeView }>(
      `reconciliation/accounts/${ada.account}/join`,
      to,
    )
    expect(joined).toMatchObject({
      membership: { member: { id: ada.customer, name: "ada@owners.example" }, reason: "The same person" },
      brought: preview.brought,
    })
    const account = await accountOf(store, bea.account)
    expect(account).toMatchObject({
      totals: { open: "300.00" },
      members: [{ id: joined.membership.id, member: { id: ada.customer, account_id: ada.account } }],
      member_of: null,
    })
    expect(await accountOf(store, ada.account)).toMatchObject({
      totals: { open: "0.00" },
      member_of: { of: { id: bea.customer, account_id: bea.account, name: "bea@owners.example" } },
    })
    await store.act("reconciliation/payments", cheque)
    await store.eventually(ada.id, { state: "full", account_id: bea.account })
    await store.eventually(bea.id, { state: "full" })
    const late = await store.checkOut([2], "ada@owners.example")
    await store.eventually(late, { account_id: (await accountOf(store, bea.account)).id })
    const { left } = await store.act<{ left: MembershipChangeView }>(
      `reconciliation/memberships/${joined.membership.id}/end`,
      {},
    )
    expect(left.brought).toMatchObject([{ order_count: 1, open: "20.00", to_account_id: ada.account }])
    await store.eventually(late, { account_id: ada.account })
    expect(await refused(store, `memberships/${joined.membership.id}/end/preview`, {})).toMatchObject({
      status: 409,
      body: { code: "membership_ended" },
    })
  })

  it("F67: another plugin takes customers on for a company, once each, and the company is found by its name", async () => {
    const store = await TestStore.open(host, SHOP)
    const cid = await placed(store, "cid@owners.example")
    const dan = await placed(store, "dan@owners.example")
    const company = { id: "comp_1", name: "Guitars & Sons" }
    const takeOn = async (customer_id: string, employee_id: string): Promise<MembershipChangeView> =>
      (await takeOnWorkflow(host.container()).run({ input: { customer_id, company, employee_id } })).result
    const [first, again] = [await takeOn(cid.customer, "emp_1"), await takeOn(cid.customer, "emp_1")]
    expect(again.membership.id).toBe(first.membership.id)
    await takeOn(dan.customer, "emp_2")
    const { accounts } = await store.get<{ accounts: ListedAccountView[] }>(
      "reconciliation/accounts?q=guitars",
    )
    expect(accounts).toMatchObject([
      {
        owner_type: "company",
        owner_id: "comp_1",
        owner: { id: "comp_1", name: "Guitars & Sons", company: "Guitars & Sons", email: null },
        totals: { open: "300.00" },
      },
    ])
    const { payment } = await store.act<{ payment: OpenItemView }>("reconciliation/payments", {
      customer_id: dan.customer,
      currency_code: "usd",
      amount: "300.00",
      method: "transfer",
      orders: [cid, dan].map(({ id }) => ({ order_id: id })),
    })
    expect(payment).toMatchObject({ account_id: accounts[0]?.id, open: "0.00" })
    await expect(takeOn("cus_none", "emp_3")).rejects.toMatchObject({ code: "customer_not_found" })
    const { result } = await endMembershipWorkflow(host.container()).run({
      input: { membership_id: first.membership.id },
    })
    expect(result.brought).toEqual([])
  })
})
