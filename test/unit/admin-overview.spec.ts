import { UNRECONCILED } from "../../integration-tests/e2e/gallery/list-data"
import { speechOf as listSpeechOf } from "../../src/admin/features/lists/list-speech"
import { aboutOnly } from "../../src/admin/features/overview/about"
import { dateFormat } from "../../src/admin/lib/dates"
import { shortDay, wholeDay, zoneName } from "../../src/admin/features/overview/day-words"
import {
  awaitedOf,
  lengthsOf,
  placedLately,
  pointsOf,
  rulesOf,
  shareOf,
} from "../../src/admin/features/overview/figures"
import { needsOf, viewPath } from "../../src/admin/features/overview/needs"
import type { ListedView, OverviewView, RuleQuality } from "../../src/types/http"
import { plain, speechOf } from "../support/admin-speech"

const NOTHING = { count: 0, oldest_on: null, sums: [], order: null }
const view = (name: ListedView, count = 1) => ({
  view: name,
  count,
  oldest_on: "2026-11-01",
  sums: [],
  only: null,
})
const overview = (more: Partial<OverviewView>): OverviewView => ({
  today: "2026-11-27",
  time_zone: "UTC",
  views: [],
  coming: [],
  write_off_requests: NOTHING,
  refused_mirrors: NOTHING,
  quality: { since: "2026-10-28", allocations: 0, automatic: 0, rules: [], days: [] },
  ageing: [],
  check: null,
  to_check: NOTHING,
  ...more,
})

describe("what needs a person", () => {
  it("is said the most urgent first, and each leads to the list that has it", () => {
    const waiting = { count: 2, oldest_on: "2026-11-26", sums: [], order: null }
    const needs = needsOf(
      overview({
        views: [view("to_place"), view("owed"), view("overdue"), view("taken_back"), view("contradictions")],
        write_off_requests: waiting,
        refused_mirrors: waiting,
      }),
    )
    expect(needs.map(({ what, to }) => `${what} ${to}`)).toEqual([
      "contradictions /reconciliation/unreconciled?view=contradictions",
      "taken_back /reconciliation/unreconciled?view=taken_back",
      "refused_mirrors /reconciliation/mirrors?state=refused",
      "overdue /reconciliation/unreconciled?view=overdue",
      "to_place /reconciliation/unreconciled?view=to_place",
      "owed /reconciliation/unreconciled?view=owed",
      "write_off_requests /reconciliation/accounts",
    ])
  })

  it("is nothing while only what is not due yet is owed", () => {
    expect(needsOf(overview({ views: [view("not_due", 3)] }))).toEqual([])
    expect(viewPath("to_place", "usd")).toBe("/reconciliation/unreconciled?view=to_place&currency=usd")
  })

  it.each(["en", "fr"] as const)("has words for one and for several of each kind in %s", (language) => {
    const { t, has } = speechOf(language)
    const all = overview({
      views: [view("to_place"), view("owed"), view("overdue"), view("taken_back"), view("contradictions")],
      write_off_requests: { ...NOTHING, count: 1 },
      refused_mirrors: { ...NOTHING, count: 1 },
    })
    for (const { what } of needsOf(all)) {
      const [one, several] = [1, 2].map((count) => t(`overview.what.${what}`, { count }))
      expect(one).not.toBe(several)
      expect([one, several].join(" ")).not.toMatch(/overview\./)
      expect(has(`overview.aboutOf.${what}`)).toBe(true)
    }
  })
})

describe("what is said of the only one of its kind", () => {
  const speechIn = (language: "en" | "fr") =>
    listSpeechOf({ ...speechOf(language), ...dateFormat(language, "2026-11-27"), serverLang: undefined })
  const only = (number: string) => UNRECONCILED.find((one) => one.number === number)

  it.each([
    [
      "130",
      "Chargeback of #14, Rosa Delgado: what it had paid is owed again",
      "Rétrofacturation de #14, Rosa Delgado : ce qui avait été réglé est de nouveau dû",
    ],
    [
      "49",
      "Order #12, Tomás Herrera: Medusa shows a refund that has no refund row",
      "Commande #12, Tomás Herrera : Medusa montre un remboursement sans écriture",
    ],
    ["131", "Cash, James Okafor: fits #38 exactly", "Espèces, James Okafor : correspond exactement à #38"],
  ])("names it and goes on after a colon: %s", (number, english, french) => {
    const one = only(number)
    if (!one) throw new Error("there is no such row")
    expect((["en", "fr"] as const).map((language) => plain(aboutOnly(one, speechIn(language))))).toEqual([
      english,
      french,
    ])
  })
})

describe("figures of the overview", () => {
  it.each<[string[], number[]]>([
    [
      ["1300.00", "230.45", "0.00"],
      [100, 17.7, 0],
    ],
    [
      ["90071992547409931234.01", "45035996273704965617.00"],
      [100, 49.9],
    ],
    [
      ["0", "0"],
      [0, 0],
    ],
    [[], []],
  ])("draws %j as bars of %j percent", (amounts, lengths) => {
    expect(lengthsOf(amounts)).toEqual(lengths)
  })

  it.each([
    { part: 1377, all: 1412, towards: "down", share: 0.975 },
    { part: 99_999, all: 100_000, towards: "down", share: 0.999 },
    { part: 100, all: 100, towards: "down", share: 1 },
    { part: 1, all: 38, towards: "nearest", share: 0.026 },
    { part: 2, all: 35, towards: "nearest", share: 0.057 },
    { part: 1, all: 80, towards: "nearest", share: 0.013 },
    { part: 1, all: 100_000, towards: "nearest", share: 0.001 },
    { part: 0, all: 12, towards: "nearest", share: 0 },
    { part: 0, all: 0, towards: "down", share: 0 },
  ] as const)("says of $part of $all: $share, $towards", ({ part, all, towards, share }) => {
    expect(shareOf(part, all, towards)).toBe(share)
  })

  it("shows six rules and people at first, whatever people placed", () => {
    const rule = (name: string): RuleQuality => ({ rule: name, allocations: 1, undone: 0, median_days: 0 })
    const rules = ["a", "by_hand", "b", "c", "d", "e", "f", "g"].map(rule)
    const { most, others, byHand } = rulesOf({ ...overview({}).quality, rules })
    expect(most.map((one) => one.rule).join("")).toBe("abcdef")
    expect(others.map((one) => one.rule)).toEqual(["g"])
    expect(byHand?.rule).toBe("by_hand")
    expect(rulesOf(overview({}).quality)).toEqual({ most: [], others: [], byHand: undefined })
  })

  it("puts days where they lie in the stretch", () => {
    const days = [
      { on: "2026-10-28", allocations: 4, automatic: 3 },
      { on: "2026-11-12", allocations: 1, automatic: 0 },
      { on: "2026-11-27", allocations: 2, automatic: 2 },
    ]
    expect(pointsOf(days, "2026-10-28", "2026-11-27")).toEqual([
      { at: 0, share: 0.75 },
      { at: 0.5, share: 0 },
      { at: 1, share: 1 },
    ])
    const quality = {
      ...overview({}).quality,
      days: [...days, { on: "2026-11-26", allocations: 5, automatic: 5 }],
    }
    expect(placedLately(overview({ quality }))).toBe(7)
  })
})

describe("what falls due next", () => {
  const why = {
    code: "planned",
    planned: "900.00",
    uncovered: "0.00",
    next: { due_on: "2026-12-01", amount: "150.00" },
  } as const
  it.each([
    ["what is planned for the day", { why, due_on: "2026-12-01" }, "150.00"],
    ["nothing where another charge falls due before", { why, due_on: "2026-11-30" }, null],
    [
      "nothing of what has no plan",
      { why: { code: "nothing_paid", unapplied: null }, due_on: "2026-12-01" },
      null,
    ],
  ] as const)("is told with %s", (_, one, amount) => {
    expect(awaitedOf(one)).toBe(amount)
  })
})

describe("days and time zones in words", () => {
  it.each([
    ["en", "Friday, November 27, 2026", "Eastern Time", "Fri, Nov 27"],
    ["fr", "Vendredi 27 novembre 2026", "heure de l’Est nord-américain", "ven. 27 nov."],
  ])("says them in %s", (locale, whole, zone, short) => {
    expect(plain(wholeDay(locale, "2026-11-27"))).toBe(whole)
    expect(zoneName(locale, "America/New_York", "2026-11-27")).toContain(zone)
    expect(plain(shortDay(locale, "2026-11-27"))).toBe(short)
  })

  it("says the first of a month as French does", () => {
    expect(plain(shortDay("fr", "2026-12-01"))).toBe("mar. 1ᵉʳ déc.")
    expect(plain(wholeDay("fr", "2026-12-01"))).toBe("Mardi 1ᵉʳ décembre 2026")
    expect(plain(shortDay("fr", "2026-12-11"))).toBe("ven. 11 déc.")
    expect(plain(shortDay("en", "2026-12-01"))).toBe("Tue, Dec 1")
  })

  it("calls a zone that has no name, or that nobody knows, by its own", () => {
    expect(zoneName("fr", "UTC", "2026-11-27")).toBe("UTC")
    expect(zoneName("en", "Moon/Tycho", "2026-11-27")).toBe("Moon/Tycho")
  })
})
