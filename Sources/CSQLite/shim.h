#pragma once
#include <sqlite3.h>

/// `sqlite3_config` is variadic, which Swift cannot call. Without memory statistics two
/// connections no longer queue for one allocator lock.
static inline int holdfast_sqlite_disable_memory_statistics(void) {
    return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}
