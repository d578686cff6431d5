#pragma once
#include <sqlite3.h>

/// `sqlite3_config` is variadic, which Swift cannot call. Without memory statistics two
/// connections no longer queue for one allocator lock.
static inline int holdfast_sqlite_disable_memory_statistics(void) {
    return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

/// `SQLITE_TRANSIENT` is a cast of -1 to a function, which Swift does not import: these two copy what is bound.
static inline int holdfast_sqlite_bind_text_copied(sqlite3_stmt *statement, int index, const char *text, int count) {
    return sqlite3_bind_text(statement, index, text, count, SQLITE_TRANSIENT);
}

static inline int holdfast_sqlite_bind_blob_copied(sqlite3_stmt *statement, int index, const void *bytes, int count) {
    return sqlite3_bind_blob(statement, index, bytes, count, SQLITE_TRANSIENT);
}
