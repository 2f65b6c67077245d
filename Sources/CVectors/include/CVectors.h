// What Swift's SIMD types lack: which bytes meet a condition, as bits (Clang's vector extensions, so that it is one instruction where the
// processor has one, x86, and a few elsewhere), and code for processors with longer vectors.
#ifndef OC4IDS_CVECTORS_H
#define OC4IDS_CVECTORS_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef signed char oc4ids_bytes __attribute__((ext_vector_type(16)));
typedef _Bool oc4ids_bits __attribute__((ext_vector_type(16)));

static inline oc4ids_bytes oc4ids_load(const unsigned char *place) {
    oc4ids_bytes bytes;
    memcpy(&bytes, place, sizeof bytes);
    return bytes;
}

static inline uint64_t oc4ids_gather(oc4ids_bytes mask) {
    oc4ids_bits bits = __builtin_convertvector(mask, oc4ids_bits);
    uint16_t gathered;
    memcpy(&gathered, &bits, sizeof gathered);
    return gathered;
}

// The bytes, of sixteen, that end a plain run inside a JSON string: the quote, the backslash, and as signed numbers all below the
// space: control characters and everything outside ASCII. The first byte's bit is the lowest.
static inline uint64_t oc4ids_string_stops(const unsigned char *place) {
    oc4ids_bytes bytes = oc4ids_load(place);
    return oc4ids_gather((oc4ids_bytes)((bytes == 0x22) | (bytes == 0x5C) | (bytes < 0x20)));
}

// The bytes, of sixteen, at which a JSON string has to be looked at when its UTF-8 is known to be well-formed: the quote, the backslash,
// control characters.
static inline uint64_t oc4ids_half_text_stops(const unsigned char *place) {
    oc4ids_bytes bytes = oc4ids_load(place);
    return oc4ids_gather((oc4ids_bytes)((bytes == 0x22) | (bytes == 0x5C) | ((bytes & (signed char)0xE0) == 0)));
}

// The same of thirty-two.
static inline uint64_t oc4ids_text_stops(const unsigned char *place) {
    return oc4ids_half_text_stops(place) | oc4ids_half_text_stops(place + 16) << 16;
}

// Sixteen bytes of which the first `count` (-16 to 31) are ones and the others zeros.
static inline const unsigned char *oc4ids_first_bytes(int count) {
    static const unsigned char ones_and_zeros[63] = {[0 ... 30] = 0xFF};
    return ones_and_zeros + 31 - count;
}

// What a backslash and this byte stand for; 0 where they are no escape, or \\u.
static inline unsigned char oc4ids_escaped(unsigned char byte) {
    static const unsigned char meanings[256] = {
        ['"'] = '"', ['\\'] = '\\', ['/'] = '/', ['b'] = '\b', ['f'] = '\f', ['n'] = '\n', ['r'] = '\r', ['t'] = '\t',
    };
    return meanings[byte];
}

// Whether a string may be empty, or of white space alone, by the byte behind its opening quote: the closing one, white space, an escape, or what begins
// white space beyond ASCII.
static inline _Bool oc4ids_may_be_blank(unsigned char byte) {
    static const unsigned char may_be[256] = {
        [0 ... ' '] = 1, ['"'] = 1, ['\\'] = 1, [0xC2] = 1, [0xE1 ... 0xE3] = 1,
    };
    return may_be[byte];
}

// What a hexadecimal digit counts, below 0 for another byte.
static inline int oc4ids_hex_digit(unsigned char byte) {
    // One more than they count.
    static const unsigned char values[256] = {
        ['0'] = 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, ['A'] = 11, 12, 13, 14, 15, 16, ['a'] = 11, 12, 13, 14, 15, 16,
    };
    return values[byte] - 1;
}

// Whether a text's bytes from `first` on are well-formed UTF-8 (RFC 3629, section 4), those before being so. A character that the end cuts
// counts as such.
_Bool oc4ids_is_utf8(const unsigned char *start, size_t first, size_t count);

typedef struct {
    size_t line_feeds;
    // UTF-8's bytes that begin no character, 10xxxxxx.
    size_t continuations;
    _Bool has_returns;
} oc4ids_lines;

oc4ids_lines oc4ids_count_lines(const unsigned char *start, size_t count);

// What is known of brackets and strings between one block of 64 bytes and the next.
typedef struct {
    // Levels below the array whose items are looked for.
    int64_t depth;
    // All ones when the byte before the next block is inside a string.
    uint64_t in_string;
    // The next byte is escaped by a backslash before it.
    _Bool is_escaped;
    // Brackets outside strings of the block that was looked at last, one bit a byte, the first byte's lowest.
    uint64_t opening;
    uint64_t closing;
} oc4ids_nesting;

// Passes over blocks in which no item of the array ends. Of the last block, which may be shorter, all 64 bytes are read.
//
// Returns where the block begins in which one may end: its brackets are in `nesting` and do not count in the depth yet. Without such a
// block returns `count`.
size_t oc4ids_pass_items(const unsigned char *start, size_t first, size_t count, oc4ids_nesting *nesting);

#endif
