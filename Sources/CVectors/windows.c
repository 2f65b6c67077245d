#include "CVectors.h"
#if defined(__x86_64__)
#include <wmmintrin.h>
#endif

// The bytes, of `length`, that a backslash before them escapes: those behind an odd number of backslashes in a row.
static inline uint64_t escaped(uint64_t backslashes, size_t length, oc4ids_nesting *nesting) {
    const uint64_t even = 0x5555555555555555;
    uint64_t carried = nesting->is_escaped ? 1 : 0, from_odd;
    backslashes &= ~carried;
    uint64_t firsts = backslashes & ~(backslashes << 1);
    // Its first bit added to a row leaves one bit, behind the row. Rows that begin at even places and at odd ones are told apart by adding
    // only the first bits of either.
    uint64_t from_even = backslashes + (firsts & even);
    _Bool goes_on = __builtin_add_overflow(backslashes, firsts & ~even, &from_odd);
    uint64_t behind = (from_even & ~even | from_odd & even) & ~backslashes;
    nesting->is_escaped = length == 64 ? goes_on : behind >> length & 1;
    return behind | carried;
}

// Bit i: whether an odd number of the bits up to i, itself too, are set.
static inline uint64_t parities_of_16(uint64_t bits) {
    for (int shift = 1; shift < 64; shift *= 2) bits ^= bits << shift;
    return bits;
}

#define BLOCK 16
#define NAME(name) name##_of_16
#include "blocks.h"
#undef BLOCK
#undef NAME

#if defined(__x86_64__)

// The same for processors with AVX2, whose vectors are twice as long: which one this is, is known only when the program runs.
#pragma clang attribute push(__attribute__((target("avx2,popcnt,pclmul"))), apply_to = function)

// A product without carries, by all ones.
static inline uint64_t parities_of_32(uint64_t bits) {
    return (uint64_t)_mm_cvtsi128_si64(_mm_clmulepi64_si128(_mm_set_epi64x(0, (long long)bits), _mm_set1_epi8(-1), 0));
}

#define BLOCK 32
#define NAME(name) name##_of_32
#include "blocks.h"
#pragma clang attribute pop

_Bool oc4ids_is_utf8(const unsigned char *start, size_t first, size_t count) {
    return __builtin_cpu_supports("avx2") ? is_utf8_of_32(start, first, count) : is_utf8_of_16(start, first, count);
}

oc4ids_lines oc4ids_count_lines(const unsigned char *start, size_t count) {
    return __builtin_cpu_supports("avx2") ? lines_of_32(start, count) : lines_of_16(start, count);
}

size_t oc4ids_pass_items(const unsigned char *start, size_t first, size_t count, oc4ids_nesting *nesting) {
    _Bool has_all = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("popcnt") && __builtin_cpu_supports("pclmul");
    return has_all ? pass_items_of_32(start, first, count, nesting) : pass_items_of_16(start, first, count, nesting);
}

#else

_Bool oc4ids_is_utf8(const unsigned char *start, size_t first, size_t count) { return is_utf8_of_16(start, first, count); }

oc4ids_lines oc4ids_count_lines(const unsigned char *start, size_t count) { return lines_of_16(start, count); }

size_t oc4ids_pass_items(const unsigned char *start, size_t first, size_t count, oc4ids_nesting *nesting) {
    return pass_items_of_16(start, first, count, nesting);
}

#endif
