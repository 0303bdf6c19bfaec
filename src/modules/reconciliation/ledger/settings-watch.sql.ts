import type { Statement } from "./statement"

const LOCK = "hashtextextended('reconciliation_setting', 4)"

/** Until the transaction ends, no settings are changed. */
export const keepSettings: Statement = {
  name: "keep_settings",
  prepared: true,
  text: `select pg_advisory_xact_lock_shared(${LOCK})`,
}

/** Waits for every transaction that plans by the settings; until this one ends none begins. */
export const holdSettings: Statement = {
  name: "hold_settings",
  prepared: true,
  text: `select pg_advisory_xact_lock(${LOCK})`,
}

/** The newest change of the settings, 0 before the first. Primary key, from its end; one row. */
export const readSettingsVersion: Statement = {
  name: "read_settings_version",
  prepared: true,
  text: `select coalesce(max(id), 0)::text as version from reconciliation_setting`,
}

/** The newest value of each setting, and the newest change of all; one row, and few values. */
export const readSettings: Statement = {
  name: "read_settings",
  text: `select coalesce(max(id), 0)::text as version,
      coalesce(json_object_agg(name, value) filter (where is_newest and not is_reset), '{}') as values
    from (
      select id, name, value, is_reset, row_number() over (partition by name order by id desc) = 1 as is_newest
        from reconciliation_setting) s`,
}
