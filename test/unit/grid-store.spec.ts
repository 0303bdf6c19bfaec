import { amountTextOf } from "../../src/admin/lib/amount-text-of"
import { commandOf, type Command, type Mode } from "../../src/admin/features/order/grid/commands"
import { GridStore } from "../../src/admin/features/order/grid/grid-store"
import { gridOrder } from "../support/grid-order"

/** "Ctrl+Shift+z" as a keyboard event has it. */
function pressed(chord: string): { key: string; ctrl: boolean; shift: boolean; alt: boolean } {
  const parts = chord === "+" ? ["+"] : chord.split("+")
  const key = parts.at(-1) ?? ""
  return {
    key: key === "Space" ? " " : key,
    ctrl: parts.includes("Ctrl"),
    shift: parts.includes("Shift"),
    alt: parts.includes("Alt"),
  }
}

function gone(): never {
  throw new Error("the grid has no such row or column")
}

describe("Keys of the grid", () => {
  const NAVIGATE: [string, Command | null][] = [
    ["ArrowDown", { do: "move", to: "down", extend: false }],
    ["Shift+ArrowRight", { do: "move", to: "right", extend: true }],
    ["Ctrl+ArrowLeft", { do: "jump", to: "left", extend: false }],
    ["Ctrl+Shift+ArrowUp", { do: "jump", to: "up", extend: true }],
    ["Home", { do: "edge", to: "row_start", extend: false }],
    ["Shift+End", { do: "edge", to: "row_end", extend: true }],
    ["Ctrl+Home", { do: "edge", to: "first", extend: false }],
    ["Ctrl+End", { do: "edge", to: "last", extend: false }],
    ["PageDown", { do: "screen", to: "down", extend: false }],
    ["Alt+PageUp", { do: "screen", to: "left", extend: false }],
    ["Ctrl+PageDown", null],
    ["n", { do: "next_open", back: false }],
    ["Shift+N", { do: "next_open", back: true }],
    ["Enter", { do: "open" }],
    ["F2", { do: "edit" }],
    ["Tab", null],
    ["Shift+Tab", null],
    ["Escape", { do: "cancel" }],
    ["r", { do: "fill" }],
    ["Shift+R", { do: "fill_column" }],
    ["Delete", { do: "clear" }],
    ["Backspace", { do: "clear" }],
    ["Space", { do: "why" }],
    ["Shift+Space", { do: "select_row" }],
    ["Ctrl+Space", { do: "select_column" }],
    ["Ctrl+a", { do: "select_all" }],
    ["Ctrl+c", null],
    ["Ctrl+v", null],
    ["Ctrl+z", { do: "undo" }],
    ["Ctrl+y", { do: "redo" }],
    ["Ctrl+Shift+z", { do: "redo" }],
    ["Alt+ArrowDown", { do: "unfold" }],
    ["Alt+ArrowUp", { do: "fold" }],
    ["Shift+F10", { do: "menu" }],
    ["ContextMenu", { do: "menu" }],
    ["Ctrl+s", { do: "save" }],
    ["Shift+?", { do: "help" }],
    ["7", { do: "type", text: "7" }],
    ["-", { do: "type", text: "-" }],
    [",", { do: "type", text: "," }],
    ["x", null],
  ]
  const TYPING: [Mode, string, Command | null][] = [
    ["over", "ArrowDown", { do: "keep", to: "down" }],
    ["edit", "ArrowDown", null],
    ["edit", "Shift+ArrowLeft", null],
    ["over", "Enter", { do: "keep", to: "down" }],
    ["edit", "Shift+Enter", { do: "keep", to: "up" }],
    ["edit", "Tab", { do: "keep", to: "right" }],
    ["over", "Shift+Tab", { do: "keep", to: "left" }],
    ["over", "Escape", { do: "cancel" }],
    ["edit", "F2", { do: "toggle_caret" }],
    ["over", "r", { do: "fill" }],
    ["edit", "Ctrl+s", { do: "save" }],
    ["edit", "Ctrl+z", null],
    ["edit", "Delete", null],
    ["edit", "Home", null],
    ["edit", "Space", null],
    ["over", "5", null],
  ]

  it.each(NAVIGATE)("%s while moving", (chord, command) => {
    expect(commandOf(pressed(chord), "navigate")).toEqual(command)
  })
  it.each(TYPING)("in mode %s: %s", (mode, chord, command) => {
    expect(commandOf(pressed(chord), mode)).toEqual(command)
  })
})

describe("F20, F28: the grid", () => {
  /** 75, 75, 20; a card of 100 pays 75 and 25, and 30 in cash is on no item. */
  const shop = (): GridStore => {
    const order = gridOrder({
      items: [7500n, 7500n, 2000n],
      payments: [10000n, 3000n],
      cells: [
        { item: 0, payment: 0, amount: 7500n },
        { item: 1, payment: 0, amount: 2500n },
      ],
    })
    const as = amountTextOf("en", order)
    return new GridStore({ order, as, today: "2026-11-27", canEdit: true, titleOf: ({ id }) => id })
  }
  const press = (store: GridStore, ...chords: string[]): void => {
    for (const chord of chords) store.press(pressed(chord))
  }
  /** Rows as the person sees them: amount, payments, due, total, unallocated. */
  const seen = (store: GridStore): string[] =>
    store.rows.slice(1).map((row) =>
      store.columns
        .slice(1)
        .map((column) => store.cell(row, column).value ?? "")
        .join(" "),
    )
  const at = (store: GridStore): string =>
    `${store.rows[store.focus.row]?.id} ${store.columns[store.focus.column]?.id}`

  it("holds Amount = Total + Unallocated in every row, and what is merely unpaid under Balance due", () => {
    expect(seen(shop())).toEqual([
      "7500 7500  0 7500 0",
      "7500 2500  2000 4500 3000",
      "2000   2000 2000 0",
      "17000 10000 0 4000 14000 3000",
      " 0 3000  3000 ",
    ])
  })

  it("begins where there is something to do", () => {
    expect(at(shop())).toBe("line:2 5")
  })

  it("types over, keeps with Enter and goes down, and counts while typing", () => {
    const store = shop()
    press(store, "1")
    store.type("10")
    expect(seen(store)[1]).toBe("7500 2500 1000 2000 5500 2000")
    press(store, "Enter")
    expect(at(store)).toBe("line:3 5")
    expect(store.changes.cells(2)).toEqual([{ row: "line:2", column: "5", amount: "10.00" }])
  })

  it("shows what is too much, trims nothing, and lets it be mended elsewhere", () => {
    const store = shop()
    press(store, "9")
    store.type("90")
    press(store, "Enter")
    expect([...store.sheet.excess.columns]).toEqual([["5", 6000n]])
    expect([...store.sheet.excess.rows]).toEqual([["line:2", 4000n]])
    expect(store.cell(store.rows[2] ?? gone(), store.columns[3] ?? gone())).toMatchObject({
      value: 9000n,
      isTooMuch: true,
    })
    press(store, "ArrowUp", "r")
    expect(store.sheet.excess.rows.size).toBe(1)
    press(store, "Delete", "r")
    expect(store.sheet.excess.rows.size + store.sheet.excess.columns.size).toBe(0)
    expect(store.changes.wishAt("line:2", "5")).toBe(3000n)
  })

  it("goes back with Escape, and will not keep what is no amount", () => {
    const store = shop()
    press(store, "9")
    store.type("9e3")
    press(store, "Enter")
    expect(store.mode).toBe("over")
    expect(store.note).toMatchObject({ kind: "unreadable", why: "not_a_number" })
    press(store, "Escape")
    expect([store.mode, store.changes.count, seen(store)[1]]).toEqual([
      "navigate",
      0,
      "7500 2500  2000 4500 3000",
    ])
  })

  it("undoes and redoes 250 steps, each back to its cell", () => {
    const store = shop()
    const before = seen(store)
    for (let step = 1; step <= 250; step += 1) {
      press(store, "1")
      store.type(`0.${String(step % 90).padStart(2, "0")}`)
      press(
        store,
        "Enter",
        step % 2 ? "Home" : "ArrowUp",
        ...(step % 2 ? ["ArrowRight", "ArrowRight", "ArrowRight"] : []),
      )
    }
    const after = seen(store)
    for (let step = 0; step < 250; step += 1) press(store, "Ctrl+z")
    expect(seen(store)).toEqual(before)
    expect(store.changes.count).toBe(0)
    for (let step = 0; step < 250; step += 1) press(store, "Ctrl+y")
    expect(seen(store)).toEqual(after)
  })

  it("fills a block cell by cell, rows first, and a column in line order", () => {
    const store = shop()
    press(store, "Ctrl+a", "r")
    expect(seen(store).slice(0, 3)).toEqual([
      "7500 7500  0 7500 0",
      "7500 2500 3000 2000 7500 0",
      "2000   2000 2000 0",
    ])
    press(store, "Ctrl+z")
    store.go({ row: 3, column: 3 })
    press(store, "Shift+R")
    expect(store.changes.all).toMatchObject([{ row: "line:2", amount: 3000n }])
  })

  it("goes to the first of what a step puts, also where its item was not listed", () => {
    const store = shop()
    store.list({ search: "item 3" })
    store.putAndGo([
      { row: "line:2", column: "5", units: 1000n },
      { row: "line:3", column: "5", units: 2000n },
    ])
    expect(at(store)).toBe("line:2 5")
    expect(store.changes.count).toBe(2)
    press(store, "Ctrl+z")
    expect(store.changes.count).toBe(0)
  })

  it("jumps to what is filled, and to the next open item", () => {
    const store = shop()
    store.go({ row: 1, column: 2 })
    press(store, "Ctrl+ArrowDown")
    expect(at(store)).toBe("line:2 4")
    press(store, "n")
    expect(at(store)).toBe("line:2 4")
    store.go({ row: 3, column: 2 })
    press(store, "Shift+N")
    expect(at(store)).toBe("line:2 4")
  })

  it("asks the page why a cell is locked, and changes nothing", () => {
    const store = shop()
    const asked: string[] = []
    store.listen(({ what }) => asked.push(what))
    store.go({ row: 4, column: 2 })
    press(store, "5", "Enter", "Space", "Delete")
    expect(asked).toEqual(["locked", "locked", "why"])
    expect(store.changes.count).toBe(0)
  })

  it("keeps a draft over another version of the order, less what that shows already", () => {
    const store = shop()
    press(store, "r")
    const { order } = store
    const moved = gridOrder({
      items: [7500n, 7500n, 2000n],
      payments: [10000n, 3000n],
      cells: [
        { item: 0, payment: 0, amount: 7500n },
        { item: 1, payment: 0, amount: 2500n },
        { item: 1, payment: 1, amount: 3000n },
      ],
    })
    store.take({ order: moved, as: store.as, today: "2026-11-27", canEdit: true, titleOf: ({ id }) => id })
    expect(order).not.toBe(store.order)
    expect(store.changes.count).toBe(0)
    press(store, "Ctrl+z")
    expect(store.changes.all).toMatchObject([{ row: "line:2", amount: 0n }])
  })

  it("copies what is shown, and pastes a block from a spreadsheet as one step", () => {
    const store = shop()
    store.go({ row: 1, column: 2 })
    store.go({ row: 2, column: 3 }, true)
    expect(store.copy().plain).toBe(
      "75.00\t\r\n25.00\t".replaceAll("\r\n", store.copy().plain.includes("\r\n") ? "\r\n" : "\n"),
    )
    store.go({ row: 1, column: 2 })
    store.paste("70.00\t5,00\n\t25.00\n")
    expect(store.note).toMatchObject({ kind: "pasted", plan: { total: 3 } })
    // What was pasted is marked, and the focus stays where it was.
    expect([store.block, store.focus]).toEqual([
      { top: 1, left: 2, bottom: 2, right: 3 },
      { row: 1, column: 2 },
    ])
    expect(store.changes.cells(2)).toEqual([
      { row: "line:1", column: "4", amount: "70.00" },
      { row: "line:1", column: "5", amount: "5.00" },
      { row: "line:2", column: "5", amount: "25.00" },
    ])
    press(store, "Ctrl+z")
    expect(store.changes.count).toBe(0)
  })

  it("tells only the cells that a key changes", () => {
    const store = shop()
    const told: string[] = []
    for (const row of store.rows)
      for (const column of store.columns)
        store.subscribe(`${row.id} ${column.id}`, () => told.push(`${row.id} ${column.id}`))
    press(store, "ArrowUp")
    expect(told.toSorted()).toEqual(["line:1 5", "line:2 5"])
  })
})
