import type { Host } from "../../integration-tests/setup/host"
import { ATTEMPTS, policiesFor, type Attempt } from "./attempts"
import type { Headers } from "./people"
import { People } from "./people"
import type { HostReport, Wrong } from "./report"

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"]

interface Answered {
  readonly status: number
  readonly code: unknown
}

interface Ask {
  readonly route: string
  readonly who: string
  readonly wanted: string
  readonly headers?: Headers
  /** Another method or path than the route's own. */
  readonly method?: string
  readonly path?: string
  readonly fits: (answered: Answered) => boolean
}

const refused = ({ status }: Answered): boolean => status === 403
const unknownLogin = ({ status }: Answered): boolean => status === 401

/** Tries every route of the build as everybody who may and may not; each wrong answer is noted. */
export class Asking {
  private requests = 0
  private readonly wrong: Wrong[] = []
  readonly people: People

  constructor(
    private readonly host: Host,
    private readonly routes: readonly string[],
  ) {
    this.people = new People(host)
  }

  report(): HostReport {
    return { people: this.people.created, requests: this.requests, wrong: this.wrong }
  }

  /** The host decides who may, by roles. */
  async withRoles(): Promise<void> {
    await this.people.declare("refund:create")
    const all = await this.policies()
    const strangers = [
      { who: "a user without a role", headers: await this.people.user() },
      { who: "a secret key", headers: await this.people.secretKey() },
    ]
    const lacking = new Map<string, Headers>()
    const having = new Map<string, Headers>()
    for (const route of this.routes) {
      const attempt = this.attemptOf(route)
      const needed = policiesFor(attempt)
      for (const policy of needed.filter((one) => !lacking.has(one)))
        lacking.set(policy, await this.people.user(all.filter((one) => one !== policy)))
      const key = needed.join()
      if (!having.has(key)) having.set(key, await this.people.user(needed))
      for (const one of strangers) await this.ask({ ...one, route, wanted: "403", fits: refused })
      for (const policy of needed) await this.lack(route, policy, lacking.get(policy) ?? {})
      await this.may(route, "a user with exactly what is needed", having.get(key) ?? {})
    }
    await this.nobody()
    await this.elsewhere(await this.people.user(all))
  }

  /** The host lets every user and every secret key do everything. */
  async withoutRoles(): Promise<void> {
    const people = [
      { who: "a user", headers: await this.people.user() },
      { who: "a secret key", headers: await this.people.secretKey() },
    ]
    for (const route of this.routes)
      for (const { who, headers } of people) await this.may(route, who, headers)
    await this.nobody()
    await this.elsewhere(await this.people.user())
  }

  /** Refused in every spelling by which the host finds the route. */
  private async lack(route: string, policy: string, headers: Headers): Promise<void> {
    const [method = "", path = ""] = route.split(" ")
    const asked = { route, who: `a user who lacks only ${policy}`, headers, wanted: "403", fits: refused }
    await this.ask(asked)
    await this.ask({ ...asked, path: `${pathTo(path).toUpperCase()}/` })
    if (method === "GET") await this.ask({ ...asked, method: "HEAD" })
  }

  /** Whoever may is told by the plugin itself that there is no such thing, or gets a list. */
  private async may(route: string, who: string, headers: Headers): Promise<void> {
    const { body, answers } = this.attemptOf(route)
    const finds = answers === 200 || (!route.includes("{id}") && body === undefined)
    const refusal = answers === 400 ? 400 : 404
    await this.ask({
      route,
      who,
      headers,
      wanted: finds ? "200" : `${refusal} with a code`,
      fits: ({ status, code }) => (finds ? status === 200 : status === refusal && typeof code === "string"),
    })
  }

  private async nobody(): Promise<void> {
    const shopper = await this.people.shopper()
    for (const route of this.routes) {
      await this.ask({ route, who: "nobody", wanted: "401", fits: unknownLogin })
      await this.ask({ route, who: "a shopper", headers: shopper, wanted: "401", fits: unknownLogin })
    }
  }

  /** Neither another method of a path answers, to someone who may everything, nor its like for shoppers. */
  private async elsewhere(everything: Headers): Promise<void> {
    const key = await this.people.publishableKey()
    for (const route of this.routes) {
      const [, path = ""] = route.split(" ")
      for (const method of METHODS.filter(
        (one) => !this.routes.some((other) => takes(other, `${one} ${path}`)),
      ))
        await this.ask({
          route: `${method} ${path}`,
          who: "a user who may everything",
          headers: everything,
          wanted: "403 route_not_declared",
          fits: ({ status, code }) => status === 403 && code === "route_not_declared",
        })
      await this.ask({
        route,
        who: "the store",
        path: pathTo(path).replace("/admin/", "/store/"),
        headers: key,
        wanted: "404",
        fits: ({ status }) => status === 404,
      })
    }
  }

  private attemptOf(route: string): Attempt {
    const attempt = ATTEMPTS[route]
    if (!attempt) throw new Error(`${route} is in the build, and the proof does not know what it asks for`)
    return attempt
  }

  private async ask({ route, who, wanted, fits, ...how }: Ask): Promise<void> {
    const [method = "", path = ""] = route.split(" ")
    const { query = "", body } = ATTEMPTS[route] ?? {}
    this.requests += 1
    const answer = await this.host.request<{ code?: unknown } | string>(
      (how.method ?? method).toLowerCase(),
      `${how.path ?? pathTo(path)}${query}`,
      { ...(body && { body }), headers: { ...how.headers } },
    )
    const code = typeof answer.body === "object" ? answer.body.code : undefined
    if (!fits({ status: answer.status, code }))
      this.wrong.push({ route, who, answered: answer.status, wanted })
  }

  private async policies(): Promise<string[]> {
    const rows = await this.host.sql<{ key: string }>(
      "select key from rbac_policy where deleted_at is null and resource <> '*' and operation <> '*' order by key",
    )
    return rows.map(({ key }) => key)
  }
}

/** Whether a route answers at an address: its own words, or any word where it has a name for one. */
function takes(route: string, address: string): boolean {
  const [words, asked] = [route.split("/"), address.split("/")]
  return (
    words.length === asked.length &&
    words.every((word, place) => word === asked[place] || word.startsWith("{"))
  )
}

/** An id that a path takes and nothing has: accounts and codes are numbered. */
function pathTo(path: string): string {
  return path.replace("{id}", path.includes("/accounts/") ? "999999999" : "unknown").replace("{rank}", "1")
}
