// libcurl (https://curl.se, MIT-like licence) as a Swift module, from Debian's libcurl4-openssl-dev.
//
// The library is not linked but loaded by the first transfer: it brings some thirty shared libraries along, and a program that only
// validates files should neither wait for them at every start nor need them. So each function used stands here once more, with the
// prefix oc4ids_, and calls what the loader found. `curl_easy_setopt` and `curl_easy_getinfo` take arguments of any type, which Swift
// cannot call; here is one function for each type.
#ifndef OC4IDS_CLIBCURL_H
#define OC4IDS_CLIBCURL_H

#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>
#include <stddef.h>

/// Loads the library, once; the other functions may be called when this has returned NULL.
/// Otherwise what the loader says is wrong, valid for good.
const char *oc4ids_curl_load(void);
/// As text and as a number to compare (0xXXYYZZ).
const char *oc4ids_curl_version(unsigned int *number);

/// A date as HTTP writes it, in seconds since 1970; -1 for what is none.
long long oc4ids_curl_date(const char *text);

CURL *oc4ids_curl_easy_init(void);
void oc4ids_curl_easy_cleanup(CURL *easy);
const char *oc4ids_curl_easy_strerror(CURLcode code);
CURLcode oc4ids_curl_set_long(CURL *easy, CURLoption option, long value);
CURLcode oc4ids_curl_set_size(CURL *easy, CURLoption option, curl_off_t value);
CURLcode oc4ids_curl_set_text(CURL *easy, CURLoption option, const char *value);
CURLcode oc4ids_curl_set_pointer(CURL *easy, CURLoption option, void *value);
CURLcode oc4ids_curl_set_list(CURL *easy, CURLoption option, struct curl_slist *value);
CURLcode oc4ids_curl_set_write(CURL *easy, CURLoption option, curl_write_callback function);
CURLcode oc4ids_curl_set_progress(CURL *easy, curl_xferinfo_callback function);
CURLcode oc4ids_curl_set_opensocket(CURL *easy, curl_opensocket_callback function);
CURLcode oc4ids_curl_get_long(CURL *easy, CURLINFO info, long *value);
CURLcode oc4ids_curl_get_size(CURL *easy, CURLINFO info, curl_off_t *value);
CURLcode oc4ids_curl_get_text(CURL *easy, CURLINFO info, char **value);
/// The last answer's header of a name, or NULL; where there are several of it, the one in that place.
const char *oc4ids_curl_header(CURL *easy, const char *name, size_t index);
struct curl_slist *oc4ids_curl_slist_append(struct curl_slist *list, const char *text);
void oc4ids_curl_slist_free_all(struct curl_slist *list);

CURLM *oc4ids_curl_multi_init(void);
CURLMcode oc4ids_curl_multi_cleanup(CURLM *multi);
CURLMcode oc4ids_curl_multi_set_long(CURLM *multi, CURLMoption option, long value);
CURLMcode oc4ids_curl_multi_add_handle(CURLM *multi, CURL *easy);
CURLMcode oc4ids_curl_multi_remove_handle(CURLM *multi, CURL *easy);
CURLMcode oc4ids_curl_multi_perform(CURLM *multi, int *running);
CURLMcode oc4ids_curl_multi_poll(CURLM *multi, int milliseconds);
CURLMcode oc4ids_curl_multi_wakeup(CURLM *multi);
/// The next transfer that has ended, with its result, or NULL.
CURL *oc4ids_curl_multi_ended(CURLM *multi, CURLcode *result);

CURLU *oc4ids_curl_url(void);
void oc4ids_curl_url_cleanup(CURLU *url);
CURLUcode oc4ids_curl_url_set(CURLU *url, CURLUPart part, const char *text, unsigned int flags);
CURLUcode oc4ids_curl_url_get(CURLU *url, CURLUPart part, char **text, unsigned int flags);
void oc4ids_curl_free(void *memory);

/// A socket as the library would open it.
curl_socket_t oc4ids_open_socket(const struct curl_sockaddr *address);

#endif
