import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { ErrorBody } from "../../src/types/http"
import { ledgerOf } from "../../src/workflows/ledger-of"
import { describeHost, type Host } from "../setup/host"

const ROUTES = ["overview", "audit", "runs", "rights", "orders/order_1"]
const COMMAND = "npx medusa db:migrate"

describeHost((host) => {
  const answers = async (headers: Record<string, string>): Promise<string[]> =>
    await Promise.all(
      ROUTES.map(async (route) => {
        const { status, body } = await host.request<ErrorBody>("get", `/admin/reconciliation/${route}`, {
          headers,
        })
        if (status !== 503) return `${route} ${status}`
        expect(body.remedy).toContain(COMMAND)
        return `${route} ${status} ${body.code}`
      }),
    )
  const unmigrated = ROUTES.map((route) => `${route} 503 reconciliation_not_migrated`)

  it("says at the start that a migration is missing, refuses until it was run, and works then without another start", async () => {
    const headers = await host.logIn()
    expect(await saidAtStart(host)).toEqual([])
    const [last] = await host.sql<{ name: string }>(
      "delete from mikro_orm_migrations where name = (select max(name) from mikro_orm_migrations where name like '%Reconciliation') returning name",
    )
    expect(await saidAtStart(host)).toEqual([expect.stringContaining(COMMAND)])
    expect(await answers(headers)).toEqual(unmigrated)
    await host.sql("insert into mikro_orm_migrations (name, executed_at) values (?, now())", [last?.name])
    expect(await answers(headers)).toEqual([
      "overview 200",
      "audit 200",
      "runs 200",
      "rights 200",
      "orders/order_1 404",
    ])
  })

  it("answers so on a host that has none of the tables, found at the start or by a statement", async () => {
    const headers = await host.logIn()
    const objects = await host.sql<{ kind: string; name: string }>(
      `select case relkind when 'v' then 'view' else 'table' end as kind, relname as name from pg_class
        where relkind in ('r', 'v') and relnamespace = 'public'::regnamespace and relname like 'reconciliation%'`,
    )
    // oxlint-disable-next-line no-await-in-loop -- one after the other, each with what stands on it
    for (const { kind, name } of objects) await host.sql(`drop ${kind} if exists "${name}" cascade`)
    await host.sql("delete from mikro_orm_migrations where name like '%Reconciliation'")
    // Nothing was said at the start: what asks the tables finds them missing; what does not, answers.
    expect(await answers(headers)).toEqual(
      expect.arrayContaining([
        "overview 503 reconciliation_not_migrated",
        "runs 503 reconciliation_not_migrated",
      ]),
    )
    expect(await saidAtStart(host)).toEqual([expect.stringContaining(COMMAND)])
    expect(await answers(headers)).toEqual(unmigrated)
  })
})

/** What the host's log is told when the host starts. */
async function saidAtStart(host: Host): Promise<string[]> {
  const said: string[] = []
  const logger = host.container().resolve(ContainerRegistrationKeys.LOGGER)
  const spy = jest.spyOn(logger, "error").mockImplementation((text: unknown) => {
    said.push(String(text))
  })
  await ledgerOf(host.container()).__hooks.onApplicationStart()
  spy.mockRestore()
  return said
}
