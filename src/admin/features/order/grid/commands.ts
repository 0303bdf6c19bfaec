/** A key as a keyboard event has it; Cmd counts as Ctrl. */
export interface Pressed {
  readonly key: string
  readonly ctrl: boolean
  readonly shift: boolean
  readonly alt: boolean
}

/** navigate: keys move. over: what is typed replaces what stands. edit: the caret moves in the text. */
export type Mode = "navigate" | "over" | "edit"

export type Direction = "up" | "down" | "left" | "right"

export type Command =
  | { readonly do: "move"; readonly to: Direction; readonly extend: boolean }
  | { readonly do: "jump"; readonly to: Direction; readonly extend: boolean }
  | { readonly do: "edge"; readonly to: "row_start" | "row_end" | "first" | "last"; readonly extend: boolean }
  | { readonly do: "screen"; readonly to: Direction; readonly extend: boolean }
  | { readonly do: "next_open"; readonly back: boolean }
  | { readonly do: "type"; readonly text: string }
  /** Keeps what is typed and goes on. */
  | { readonly do: "keep"; readonly to: Direction }
  | {
      readonly do:
        | "open"
        | "edit"
        | "toggle_caret"
        | "cancel"
        | "fill"
        | "fill_column"
        | "clear"
        | "why"
        | "select_row"
        | "select_column"
        | "select_all"
        | "undo"
        | "redo"
        | "unfold"
        | "fold"
        | "menu"
        | "save"
        | "help"
    }

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
}

/** What a key asks of the grid; null where the browser, or the text that is edited, has it. */
export function commandOf(pressed: Pressed, mode: Mode): Command | null {
  return mode === "navigate" ? navigating(pressed) : typing(pressed, mode)
}

function navigating(pressed: Pressed): Command | null {
  const { key, ctrl, shift, alt } = pressed
  const arrow = ARROWS[key]
  if (arrow) return arrowed(arrow, pressed)
  if (key === "F10" && shift) return { do: "menu" }
  if (ctrl) return withCtrl(pressed)
  if (alt) return alone(ALT_SCREENS[key], shift)
  return NAMED_KEYS[key]?.(shift) ?? lettered(pressed)
}

function arrowed(to: Direction, { ctrl, shift, alt }: Pressed): Command | null {
  if (alt) return to === "down" ? { do: "unfold" } : to === "up" ? { do: "fold" } : null
  return { do: ctrl ? "jump" : "move", to, extend: shift }
}

const ALT_SCREENS: Readonly<Record<string, Direction>> = { PageUp: "left", PageDown: "right" }

const alone = (to: Direction | undefined, extend: boolean): Command | null =>
  to === undefined ? null : { do: "screen", to, extend }

const NAMED_KEYS: Readonly<Record<string, (shift: boolean) => Command>> = {
  Home: (extend) => ({ do: "edge", to: "row_start", extend }),
  End: (extend) => ({ do: "edge", to: "row_end", extend }),
  PageUp: (extend) => ({ do: "screen", to: "up", extend }),
  PageDown: (extend) => ({ do: "screen", to: "down", extend }),
  Enter: () => ({ do: "open" }),
  F2: () => ({ do: "edit" }),
  Escape: () => ({ do: "cancel" }),
  Delete: () => ({ do: "clear" }),
  Backspace: () => ({ do: "clear" }),
  " ": (shift) => ({ do: shift ? "select_row" : "why" }),
  ContextMenu: () => ({ do: "menu" }),
  "?": () => ({ do: "help" }),
}

/** Copy, cut and paste are the browser's own events; Ctrl with PageUp and PageDown are its tabs. */
function withCtrl({ key, shift }: Pressed): Command | null {
  switch (key.toLowerCase()) {
    case "home":
      return { do: "edge", to: "first", extend: shift }
    case "end":
      return { do: "edge", to: "last", extend: shift }
    case " ":
      return { do: "select_column" }
    case "a":
      return { do: "select_all" }
    case "z":
      return { do: shift ? "redo" : "undo" }
    case "y":
      return { do: "redo" }
    case "s":
      return { do: "save" }
    default:
      return null
  }
}

function lettered({ key, shift }: Pressed): Command | null {
  switch (key) {
    case "n":
    case "N":
      return { do: "next_open", back: shift }
    case "r":
      return { do: "fill" }
    case "R":
      return { do: shift ? "fill_column" : "fill" }
    default:
      return /^[-−+(\d.,]$/.test(key) ? { do: "type", text: key } : null
  }
}

function typing({ key, ctrl, shift, alt }: Pressed, mode: Mode): Command | null {
  if (ctrl) return key.toLowerCase() === "s" ? { do: "save" } : null
  if (alt) return null
  const arrow = ARROWS[key]
  if (arrow) return mode === "over" && !shift ? { do: "keep", to: arrow } : null
  switch (key) {
    case "Enter":
      return { do: "keep", to: shift ? "up" : "down" }
    case "Tab":
      return { do: "keep", to: shift ? "left" : "right" }
    case "Escape":
      return { do: "cancel" }
    case "F2":
      return { do: "toggle_caret" }
    case "r":
    case "R":
      return { do: "fill" }
    default:
      return null
  }
}
