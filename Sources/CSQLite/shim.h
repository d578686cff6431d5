#pragma once
/// The hook that is called before each row is written: compiled into the system's SQLite, declared only when asked for.
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
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

/// The tokenizer of full-text search, called by itself: `unicode61 remove_diacritics 2`. Its functions come over a pointer
/// that is bound to a statement, and its options as an array of C strings.
static inline Fts5Tokenizer *holdfast_fts5_tokenizer(sqlite3 *database, fts5_tokenizer *functions) {
    fts5_api *api = 0;
    sqlite3_stmt *statement = 0;
    if (sqlite3_prepare_v2(database, "select fts5(?1)", -1, &statement, 0) == SQLITE_OK) {
        sqlite3_bind_pointer(statement, 1, (void *)&api, "fts5_api_ptr", 0);
        sqlite3_step(statement);
    }
    sqlite3_finalize(statement);
    void *context = 0;
    Fts5Tokenizer *made = 0;
    const char *options[] = {"remove_diacritics", "2"};
    if (!api || api->xFindTokenizer(api, "unicode61", &context, functions) != SQLITE_OK) return 0;
    return functions->xCreate(context, options, 2, &made) == SQLITE_OK ? made : 0;
}
