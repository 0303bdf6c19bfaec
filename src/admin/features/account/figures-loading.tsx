import { Container, Skeleton } from "@medusajs/ui"

const FIGURES = [0, 1, 2, 3]

/** A page's head with its figures while it is read, at the height that it will have. */
export function FiguresLoading({ titleWidth }: { readonly titleWidth: number }) {
  return (
    <Container className="divide-y overflow-hidden p-0">
      <div className="flex flex-col gap-y-2 px-6 py-4">
        <Skeleton className="h-7" style={{ width: titleWidth }} />
        <Skeleton className="h-5" style={{ width: "50%" }} />
      </div>
      <div className="reconciliation-figures">
        {FIGURES.map((figure) => (
          <div key={figure} className="flex flex-col gap-y-1">
            <Skeleton className="h-4" style={{ width: 80 }} />
            <Skeleton className="h-6" style={{ width: 110 }} />
            <Skeleton className="h-4" style={{ width: 130 }} />
          </div>
        ))}
      </div>
    </Container>
  )
}
