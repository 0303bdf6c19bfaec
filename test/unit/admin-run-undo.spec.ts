import { outlookCsv } from "../../src/admin/features/runs/parts/outlook-csv"
import { whyLeft } from "../../src/admin/features/runs/parts/move-words"
import { summed } from "../../src/admin/features/runs/outlook"
import { restingOf, tiesOf } from "../../src/admin/features/runs/undo/resting"
import { speechOf as listSpeechOf, type ListSpeech } from "../../src/admin/features/lists/list-speech"
import { PREVIEWS } from "../../integration-tests/e2e/gallery/run-data"
import { dateFormat } from "../../src/admin/lib/dates"
import { plain, speechOf } from "../support/admin-speech"

const speechIn = (language: "en" | "fr"): ListSpeech =>
  listSpeechOf({ ...speechOf(language), ...dateFormat(language, "2026-11-27"), serverLang: undefined })
const [en, fr] = [speechIn("en"), speechIn("fr")]

describe("F32: what would stay when a run is undone", () => {
  it("is possible with what rests on it, after something else, or not at all", () => {
    const found = restingOf(PREVIEWS.keep.left, PREVIEWS.cascade.left)
    expect(found.map(({ left, possible }) => [left.reason, possible])).toEqual([
      ["rests", "with"],
      ["rests", "with"],
      ["written_off", "written_off"],
      ["changed", "with"],
      ["changed", "gone"],
      ["order_moved", "order_moved"],
      ["instalment_bound", "instalment"],
    ])
    expect(restingOf(PREVIEWS.keep.left, PREVIEWS.keep.left)[0]?.possible).toBe("no")
    expect(restingOf(PREVIEWS.keep.left, undefined)[0]?.possible).toBe("unknown")
  })

  it("is told by what was done since, with its amount, by whom, when and how often", () => {
    const told = (words: ListSpeech): string[] =>
      PREVIEWS.keep.left.map((one) =>
        plain(whyLeft(one, words).join(" · ")).replaceAll(/\d+:\d\d( [AP]M)?/g, "T"),
      )
    expect(told(en).map((said) => said.replaceAll("today, ", "Nov 27, "))).toEqual([
      "29.95 of it refunded · Automatic, refund made · Nov 27, T",
      "12.00 of it used on #41 · Ben Carter · Nov 27, T · 2 more changes",
      "0.35 written off · Ben Carter · Nov 27, T",
      "Changed to 4.50 · Ben Carter · Nov 27, T · 1 more change",
      "Taken back · Ben Carter · Nov 24, T",
      "Its order is on another account now.",
      "It fulfils a planned payment.",
    ])
    expect(told(fr)[1]).toMatch(/^12,00 en sont placés sur #41 · Ben Carter · .+ · 2 autres modifications$/)
  })

  it("ties out: what is gone belongs to neither way, and both say amounts of the run alone", () => {
    const kept = summed([PREVIEWS.keep])
    const resting = restingOf(kept.left, PREVIEWS.cascade.left)
    const ties = { stays: 6, standing: 95, cascade: { amounts: 92, later: 6 } }
    expect(tiesOf(96, kept, resting)).toEqual(ties)
    expect(kept.counts.placed + ties.stays).toBe(ties.standing)
    // A change that used several of them is one.
    const one = resting.map((row) => ({
      ...row,
      left: { ...row.left, later: row.left.later && { ...row.left.later, change_id: "1", changes: 1 } },
    }))
    expect(tiesOf(96, kept, one).cascade).toEqual({ amounts: 92, later: 1 })
  })

  it("says no sum where not every row is known", () => {
    const kept = summed([PREVIEWS.keep])
    const known = restingOf(kept.left, PREVIEWS.cascade.left)
    for (const part of [{ isWhole: false }, { moves: kept.moves.slice(1) }])
      expect(tiesOf(96, { ...kept, ...part }, known)).toMatchObject({ standing: null, cascade: null })
  })

  it("counts the later changes that are taken back with it, of all answers", () => {
    expect(summed([{ ...PREVIEWS.cascade, next_cursor: "more" }, PREVIEWS.cascade]).laterChanges).toBe(12)
  })

  it("can be saved with the order that it stays on", () => {
    const csv = outlookCsv({ moves: [], left: PREVIEWS.keep.left.slice(6) }, en)
    expect(csv.trim().split("\r\n")[1]).toBe("Priya Raman,,19,,12.00,USD,,,It fulfils a planned payment.")
  })
})
