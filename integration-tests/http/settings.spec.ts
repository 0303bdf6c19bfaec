import type {
  ErrorBody,
  SettingHistoryEntry,
  SettingsPreview,
  SettingsView,
  SettingView,
} from "../../src/types/http"
import { ledgerOf } from "../../src/workflows/ledger-of"
import { describeHost } from "../setup/host"
import { secretKey } from "../setup/secret-key"

type Headers = Record<string, string>
type Answer = { settings: SettingsView } & { preview: SettingsPreview } & ErrorBody

describeHost((host) => {
  let keys = 0
  const key = (): Record<string, string> => {
    keys += 1
    return { "idempotency-key": `settings ${keys}` }
  }
  const see = async (headers: Headers) =>
    (await host.request<Answer>("get", "/admin/reconciliation/settings", { headers })).body.settings
  const setting = async (headers: Headers, name: string): Promise<SettingView | undefined> =>
    (await see(headers)).settings.find((one) => one.name === name)
  const change = async (headers: Headers, changes: object[], more: object = {}) =>
    host.request<Answer>("post", "/admin/reconciliation/settings", {
      headers: { ...headers, ...key() },
      body: { changes, version: (await see(headers)).version, ...more },
    })

  it("F61: shows every option, changes one for all that follows, and keeps who did it, when and why", async () => {
    const admin = await host.logIn("ada@example.com")
    const before = await setting(admin, "unappliedMoney")
    const { status, body } = await change(admin, [{ name: "unappliedMoney", value: "exact_match" }], {
      reason: "The bank is slow",
    })
    expect(status).toBe(200)
    expect(body.settings.settings.find(({ name }) => name === "unappliedMoney")).toMatchObject({
      value: "exact_match",
      origin: "screen",
      previous: before?.value,
      by: { type: "user", name: "ada@example.com" },
      reason: "The bank is slow",
    })
    expect(ledgerOf(host.container()).settings.unappliedMoney).toBe("exact_match")
    await change(admin, [{ name: "unappliedMoney", reset: true }])
    expect(await setting(admin, "unappliedMoney")).toMatchObject({
      value: before?.value,
      origin: before?.origin,
      previous: "exact_match",
    })
    const { body: history } = await host.request<{ changes: SettingHistoryEntry[]; next_cursor: string }>(
      "get",
      "/admin/reconciliation/settings/history?limit=1&name=unappliedMoney",
      { headers: admin },
    )
    expect(history.changes).toMatchObject([{ reset: true, value: null, before: "exact_match" }])
    expect(history.next_cursor).not.toBeNull()
  })

  it("previews what a change touches, refuses what cannot be with its field, and a version that has passed", async () => {
    const admin = await host.logIn()
    const preview = async (changes: object[]) =>
      host.request<Answer>("post", "/admin/reconciliation/settings/preview", {
        headers: admin,
        body: { changes },
      })
    const seen = await preview([{ name: "timeZone", value: "Pacific/Kiritimati" }])
    expect(seen.body.preview.changes[0]?.effects[0]).toEqual({ code: "days_stay", count: null, what: null })
    const wrong = await preview([{ name: "matchingCodes", value: { firstRank: 0 } }])
    expect({ status: wrong.status, code: wrong.body.code, ids: wrong.body.ids }).toEqual({
      status: 400,
      code: "setting_refused",
      ids: { setting: "matchingCodes", field: "matchingCodes.firstRank" },
    })
    const { version } = await see(admin)
    await change(admin, [{ name: "refundLines", value: "pro_rata" }])
    const late = await host.request<Answer>("post", "/admin/reconciliation/settings", {
      headers: { ...admin, ...key() },
      body: { changes: [{ name: "refundLines", value: "newest_first" }], version },
    })
    expect([late.status, late.body.code, late.body.ids["changed"]]).toEqual([
      409,
      "settings_stale",
      "refundLines",
    ])
    const fixed = await change(admin, [{ name: "orderReader", value: { enabled: false } }])
    expect([fixed.status, fixed.body.code]).toEqual([403, "setting_locked"])
    const unknown = await change(admin, [{ name: "colour", value: "red" }])
    expect([unknown.status, unknown.body.code]).toEqual([400, "setting_unknown"])
    const twice = await change(admin, [
      { name: "mirror", value: true },
      { name: "mirror", value: false },
    ])
    expect([twice.status, twice.body.code]).toEqual([400, "setting_named_twice"])
  })

  it("lets nobody give what he has not, nor shut himself out, and counts from the next request on", async () => {
    const [ada, ben] = [await host.logIn("ada@example.com"), await host.logIn("ben@example.com")]
    const apiKey = await secretKey(host)
    const rights = { manage: ["ada@example.com", "ben@example.com"], close: ["ada@example.com"] }
    const lost = await change(ada, [{ name: "rights", value: { manage: ["ben@example.com"] } }])
    expect([lost.status, lost.body.code]).toEqual([400, "rights_lost"])
    expect((await change(ada, [{ name: "rights", value: rights }])).status).toBe(200)
    const beyond = await change(ben, [{ name: "rights", value: {} }])
    expect([beyond.status, beyond.body.code, beyond.body.ids["rights"]]).toEqual([
      403,
      "setting_beyond_rights",
      "close",
    ])
    const missing = await change(apiKey.headers, [{ name: "mirror", value: false }])
    expect([missing.status, missing.body.code]).toEqual([403, "right_missing"])
    expect((await change(ben, [{ name: "nightlyRun", value: "off" }])).status).toBe(200)
    expect((await change(ada, [{ name: "rights", reset: true }])).status).toBe(200)
    expect((await change(apiKey.headers, [{ name: "nightlyRun", value: "exact_match" }])).status).toBe(200)
  })
})
