import { useWords } from "../../../lib/use-words"
import { ShortcutDialog, type ShortcutGroup } from "../../../ui/shortcuts"

/** What the keys of the grid do; asked for by "?" or by a button. */
export function KeyList({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const { t } = useWords()
  return (
    <ShortcutDialog
      groups={groupsOf(t)}
      about={t("grid.keys.about")}
      open={open}
      onOpenChange={onOpenChange}
    />
  )
}

function groupsOf(t: (key: string) => string): ShortcutGroup[] {
  const does = (name: string, ...keys: string[][]) => ({ keys, does: t(`grid.keys.${name}`) })
  return [
    {
      title: t("grid.keys.move"),
      shortcuts: [
        does("cell", ["↑"], ["↓"], ["←"], ["→"]),
        does("filled", ["Ctrl", "→"]),
        does("row", ["Home"], ["End"]),
        does("corner", ["Ctrl", "Home"], ["Ctrl", "End"]),
        does("screen", ["PgUp"], ["PgDn"]),
        does("open", ["N"]),
        does("leave", ["Tab"]),
      ],
    },
    {
      title: t("grid.keys.edit"),
      shortcuts: [
        does("editAmount", ["Enter"], ["F2"]),
        does("over", ["0–9"]),
        does("fill", ["R"]),
        does("fillColumn", ["Shift", "R"]),
        does("clear", ["Del"]),
        does("keep", ["Enter"]),
        does("keepRight", ["Tab"]),
        does("back", ["Esc"]),
      ],
    },
    {
      title: t("grid.keys.blocks"),
      shortcuts: [
        does("extend", ["Shift", "↓"]),
        does("rowAll", ["Shift", "Space"], ["Ctrl", "Space"]),
        does("all", ["Ctrl", "A"]),
        does("copy", ["Ctrl", "C"], ["Ctrl", "X"]),
        does("paste", ["Ctrl", "V"]),
        does("undo", ["Ctrl", "Z"], ["Ctrl", "Y"]),
      ],
    },
    {
      title: t("grid.keys.look"),
      shortcuts: [
        does("why", ["Space"]),
        does("fold", ["Alt", "↓"], ["Alt", "↑"]),
        does("menu", ["Shift", "F10"]),
        does("save", ["Ctrl", "S"]),
        does("list", ["?"]),
      ],
    },
  ]
}
