#pragma once
#include <stddef.h>

#pragma clang assume_nonnull begin

/// A text that is part of the program: UTF-8, valid as long as the program runs.
struct marc21_text {
    const unsigned char *bytes;
    size_t length;
};

struct marc21_text marc21_bibliographic(void);
struct marc21_text marc21_holdings(void);
struct marc21_text marc21_authority(void);
struct marc21_text marc21_codelists(void);
struct marc21_text marc21_formatlists(void);
struct marc21_text marc21_rda(void);
struct marc21_text marc21_local(void);

#pragma clang assume_nonnull end
