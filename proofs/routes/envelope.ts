import type { Operation } from "../../src/api/lib/operations"
import type { Chance } from "../../bench/lib/chance"
import type { Pool } from "./pool"
import type { Kind, Making } from "./making"
import { pick, wild } from "./values"

const METHODS = ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "PROPFIND"]

export function methodOf(operation: Operation, kind: Kind, chance: Chance): string {
  const own = operation.method.toUpperCase()
  return kind === "wild" && chance.happens(0.15) ? (pick(chance, METHODS) ?? own) : own
}

export const isReached = (operation: Operation, method: string): boolean =>
  operation.method.toUpperCase() === method

/** Segments as they go over the wire. */
const ODD_SEGMENTS = [
  "%00",
  "a%00b",
  "%F0%9F%98%80",
  "%2F",
  "%2e%2e",
  "%20",
  "'",
  '"',
  "<x>",
  "*",
  "%25",
  "{id}",
]
const UNDECODABLE = ["%", "%zz", "%ED%A0%80", "%C0%80", "%FF"]
const RANKS = ["1", "2", "3", "4"]
const NO_RANKS = ["0", "-1", "1.5", "a", "%00", "99999999999999999999", "2147483648"]
const NO_SEGMENTS = ["..", "", "a/b", "?", "#"]

/** The path with an id, and the query. */
export function addressOf(
  operation: Operation,
  making: Making & { readonly query: readonly [string, unknown][] },
): { path: string; isWhole: boolean } {
  const { kind, chance, query } = making
  const isBroken = kind === "wild" && operation.path.includes("{id}") && chance.happens(0.05)
  const segment = isBroken ? (pick(chance, [...NO_SEGMENTS, ...UNDECODABLE]) ?? "") : idFor(operation, making)
  const path = operation.path
    .replace("{id}", () => segment)
    .replace(
      /\{(?:rank|note_id|attachment_id)\}/,
      () => pick(chance, kind === "valid" ? RANKS : [...RANKS, ...NO_RANKS]) ?? "1",
    )
  const words = query.map(([name, value]) => pairOf(name, value, { kind, chance }))
  if (kind === "wild" && chance.happens(0.05)) words.push("a=1&".repeat(chance.below(2000)))
  if (kind === "wild" && chance.happens(0.1))
    words.push(pick(chance, ["%zz=1", "=", "&&&", "a[b][c]=1", "%00"]) ?? "")
  return { path: words.length > 0 ? `${path}?${words.join("&")}` : path, isWhole: !isBroken }
}

function pairOf(name: string, value: unknown, { kind, chance }: { kind: Kind; chance: Chance }): string {
  const text = encoded(typeof value === "string" ? value : (JSON.stringify(value) ?? "")).slice(0, 4_000)
  const field = encodeURIComponent(name)
  if (kind === "valid" || chance.happens(0.7)) return `${field}=${text}`
  return (
    pick(chance, [`${field}=${text}&${field}=${text}`, `${field}[]=${text}`, `${field}[a]=${text}`, field]) ??
    field
  )
}

/** Percent-encoded; a half of a surrogate pair as the three bytes that some programs write. */
function encoded(text: string): string {
  return text
    .split(/([\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff])/)
    .map((part) => (/^\p{Surrogate}$/u.test(part) ? "%ED%A0%80" : encodeURIComponent(part)))
    .join("")
}

function idFor({ path }: Operation, { kind, chance, pool, fit }: Making): string {
  if (fit) return fit.order
  const own = path.includes("/orders/")
    ? pick(chance, pool.orders)
    : path.includes("/write-offs/{id}")
      ? pick(chance, pool.writeOffs)
      : path.includes("/payments/{id}") && chance.happens(0.8)
        ? pick(chance, pool.payments)
        : path.includes("/accounts/")
          ? String(1 + chance.below(pool.accounts))
          : String(1 + chance.below(30))
  if (kind === "valid" || chance.happens(0.6)) return own ?? "none"
  const others = [
    pick(chance, [...pool.orders, ...pool.payments, ...pool.customers, ...pool.rows, ...pool.writeOffs]),
    String(chance.below(pool.numbers + 5)),
    pick(chance, [
      "0",
      "-1",
      "1.5",
      "1e3",
      "999999999999999999",
      "9223372036854775807",
      "9223372036854775808",
    ]),
    pick(chance, ["00000000-0000-0000-0000-000000000000", "null", "undefined", "__proto__", "order_"]),
    pick(chance, ODD_SEGMENTS),
    "9".repeat(1 + chance.below(30)),
    "x".repeat(1 + chance.below(6_000)),
    "%F0%9F%98%80".repeat(1 + chance.below(40)),
  ]
  return pick(chance, others) ?? "none"
}

const TYPES = [
  "application/json",
  "application/json; charset=utf-8",
  "application/json; charset=utf-16",
  "text/plain",
  "application/x-www-form-urlencoded",
  "multipart/form-data; boundary=x",
  "application/xml",
  "json",
  "",
]
const ODD_HEADERS: Readonly<Record<string, string>>[] = [
  { "content-encoding": "gzip" },
  { "content-encoding": "br" },
  { accept: "text/html" },
  { accept: "application/xml;q=0.1" },
  { "accept-language": "x".repeat(900) },
  { "x-http-method-override": "DELETE" },
  { "x-medusa-locale": "\u00e9" },
  { "if-none-match": "*" },
  { range: "bytes=0-1" },
  { cookie: "connect.sid=s%3Anone.none" },
  { origin: "http://elsewhere.example" },
  { "x-forwarded-for": "' or 1=1" },
]
const NOBODY: Readonly<Record<string, string>>[] = [
  {},
  { authorization: "Bearer x" },
  { authorization: "Basic eDo=" },
  { authorization: "Bearer eyJhbGciOiJub25lIn0.e30." },
]

export function headersOf(
  kind: Kind,
  { chance, pool, hasBody }: { chance: Chance; pool: Pool; hasBody: boolean },
): { headers: Record<string, string | string[]>; isLoggedIn: boolean } {
  const isLoggedIn = kind !== "wild" || chance.happens(0.9)
  const caller = isLoggedIn ? callerOf(pool, chance) : (pick(chance, NOBODY) ?? {})
  const type = kind === "wild" && chance.happens(0.3) ? pick(chance, TYPES) : "application/json"
  const headers: Record<string, string | string[]> = { ...caller }
  if (hasBody && type !== undefined) headers["content-type"] = type
  if (kind === "wild" && chance.happens(0.3)) Object.assign(headers, pick(chance, ODD_HEADERS))
  if (chance.happens(0.3)) headers["idempotency-key"] = keyOf(kind, chance)
  return { headers, isLoggedIn }
}

/** The host hashes a secret key anew for each request, at the price of ten others, so it is sent rarely. */
function callerOf({ people, key }: Pool, chance: Chance): Readonly<Record<string, string>> {
  return chance.happens(0.02) ? key : (pick(chance, people) ?? {})
}

function keyOf(kind: Kind, chance: Chance): string | string[] {
  if (kind === "valid" || chance.happens(0.5)) return `key ${chance.below(50)}`
  const wildKey = String(wild(chance)).replaceAll(/[^\x20-\x7e\xa0-\xff]/g, "")
  return pick(chance, ["", " ", "k".repeat(201), "\u00e9", wildKey.slice(0, 2_000), ["a", "b"]]) ?? ""
}
