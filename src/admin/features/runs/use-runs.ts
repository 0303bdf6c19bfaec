import { useInfiniteQuery, useQuery } from "@tanstack/react-query"
import type { RunLeftView, RunMoveView, RunOrderLeftView, RunView, StatusView } from "../../../types/http"
import { mayPass, request, type RequestError } from "../../lib/client"
import { isActive } from "./standing"

const API = "/admin/reconciliation/runs"
const RUNS = ["reconciliation", "runs"] as const
const PAGE = 50

/** While something is to be seen of it, a run is asked about as often as this; a list less often. */
const RUN_MS = 1_000
const LIST_MS = 3_000

interface RunsPage {
  readonly runs: RunView[]
  readonly next_cursor: string | null
}

/** Runs page by page, the newest first; read again while one of them works. */
export function useRuns() {
  return useInfiniteQuery<RunsPage, RequestError>({
    queryKey: [...RUNS, "list"],
    queryFn: async ({ pageParam, signal }) =>
      await request<RunsPage>(`${API}?${asked(pageParam)}`, { signal }),
    initialPageParam: null,
    getNextPageParam: ({ next_cursor: cursor }) => cursor,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ runs }) => runs.some(isActive)) ? LIST_MS : false,
    staleTime: 0,
    retry: (failures, error) => failures < 1 && mayPass(error),
  })
}

/** As many as the overview has room for. */
const LAST = 3

/** The runs that were begun last, read again while one of them works. */
export function useLastRuns() {
  return useQuery<readonly RunView[], RequestError>({
    queryKey: [...RUNS, "last"],
    queryFn: async ({ signal }) => (await request<RunsPage>(`${API}?limit=${LAST}`, { signal })).runs,
    refetchInterval: ({ state }) => (state.data?.some(isActive) ? LIST_MS : false),
    staleTime: 0,
    retry: false,
  })
}

/** By which rule a run works each night; undefined while that is not known, and where none does. */
export function useNightly(enabled: boolean): "exact_match" | "oldest_first" | undefined {
  const { data } = useQuery<StatusView, RequestError>({
    queryKey: ["reconciliation", "host", "status"],
    queryFn: async ({ signal }) =>
      (await request<{ status: StatusView }>("/admin/reconciliation/status", { signal })).status,
    enabled,
    staleTime: Infinity,
    retry: false,
  })
  return data?.nightly_run === "off" ? undefined : data?.nightly_run
}

/** A run, read again each second while it works. */
export function useRun(id: string) {
  return useQuery<RunView, RequestError>({
    queryKey: [...RUNS, "one", id],
    queryFn: async ({ signal }) =>
      (await request<{ run: RunView }>(`${API}/${encodeURIComponent(id)}`, { signal })).run,
    refetchInterval: ({ state }) => (state.data && isActive(state.data) ? RUN_MS : false),
    staleTime: 0,
    retry: (failures, error) => failures < 1 && mayPass(error),
  })
}

interface Rows {
  readonly results: RunMoveView
  readonly left: RunLeftView
}

/** What a page of results tells besides them. */
interface Told {
  readonly next_cursor: string | null
  readonly left_orders?: readonly RunOrderLeftView[]
}

interface Page<Row> {
  readonly rows: readonly Row[]
  /** Orders that a back-fill left. */
  readonly orders: readonly RunOrderLeftView[]
  readonly next: string | null
}

/**
 * What a run placed, or left, page by page.
 * @param known counts of the run: when they change, what is listed is read again
 */
export function useRunRows<Part extends keyof Rows>(id: string, part: Part, known: number) {
  return useInfiniteQuery<Page<Rows[Part]>, RequestError>({
    queryKey: [...RUNS, part, id, known],
    queryFn: async ({ pageParam, signal }) => {
      const answer = await request<Record<Part, Rows[Part][]> & Told>(
        `${API}/${encodeURIComponent(id)}/${part}?${asked(pageParam)}`,
        { signal },
      )
      return { rows: answer[part], orders: answer.left_orders ?? [], next: answer.next_cursor }
    },
    initialPageParam: null,
    getNextPageParam: ({ next }) => next,
    // What is listed stays while the next count is read.
    placeholderData: (before) => before,
    retry: (failures, error) => failures < 1 && mayPass(error),
  })
}

const asked = (cursor: unknown): URLSearchParams =>
  new URLSearchParams({ limit: String(PAGE), ...(typeof cursor === "string" && { cursor }) })
