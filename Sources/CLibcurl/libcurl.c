#define _GNU_SOURCE
#include "CLibcurl.h"

#include <dlfcn.h>
#include <locale.h>
#include <pthread.h>
#include <stdio.h>
#include <sys/socket.h>

// The functions of the library that are used: the one list from which their places are made and looked up.
#define FUNCTIONS(each) \
    each(curl_global_init) each(curl_version_info) each(curl_free) each(curl_getdate) \
    each(curl_easy_init) each(curl_easy_cleanup) each(curl_easy_strerror) each(curl_easy_setopt) each(curl_easy_getinfo) \
    each(curl_easy_header) \
    each(curl_slist_append) each(curl_slist_free_all) \
    each(curl_multi_init) each(curl_multi_cleanup) each(curl_multi_setopt) each(curl_multi_add_handle) each(curl_multi_remove_handle) \
    each(curl_multi_perform) each(curl_multi_poll) each(curl_multi_wakeup) each(curl_multi_info_read) \
    each(curl_url) each(curl_url_cleanup) each(curl_url_set) each(curl_url_get)

// The header puts macros of the same names before some of them.
#undef curl_easy_setopt
#undef curl_easy_getinfo
#undef curl_multi_setopt

#define PLACE(name) __typeof__(name) *name;
static struct { FUNCTIONS(PLACE) } library;

// libcurl converts names of hosts beyond ASCII (IDNA) from the character set of the locale. Here all text is UTF-8, whatever the locale; the process's
// own stays as it is.
static locale_t utf8;

static char problem[512];
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
    // Debian has the same library with OpenSSL and with GnuTLS. Its symbols are its own, not those of the OpenSSL linked into this program.
    static const char *const names[] = {"libcurl.so.4", "libcurl-gnutls.so.4"};
    void *handle = NULL;
    for (size_t i = 0; i < sizeof names / sizeof *names && !handle; i++) {
        handle = dlopen(names[i], RTLD_NOW | RTLD_LOCAL);
        const char *reason = handle ? NULL : dlerror();
        // The first name is the usual one: what is said of it is what helps.
        if (reason && !problem[0]) snprintf(problem, sizeof problem, "%s", reason);
    }
    if (!handle) {
        if (!problem[0]) snprintf(problem, sizeof problem, "libcurl.so.4");
        return;
    }
    problem[0] = 0;
#define FIND(name) \
    if (!(library.name = (__typeof__(library.name))dlsym(handle, #name)) && !problem[0]) snprintf(problem, sizeof problem, "libcurl.so.4: " #name);
    FUNCTIONS(FIND)
    utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
    if (!problem[0] && library.curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) snprintf(problem, sizeof problem, "curl_global_init");
}

const char *oc4ids_curl_load(void) {
    pthread_once(&once, load);
    return problem[0] ? problem : NULL;
}

const char *oc4ids_curl_version(unsigned int *number) {
    curl_version_info_data *data = library.curl_version_info(CURLVERSION_NOW);
    *number = data->version_num;
    return data->version;
}

long long oc4ids_curl_date(const char *text) { return library.curl_getdate(text, NULL); }

CURL *oc4ids_curl_easy_init(void) { return library.curl_easy_init(); }
void oc4ids_curl_easy_cleanup(CURL *easy) { library.curl_easy_cleanup(easy); }
const char *oc4ids_curl_easy_strerror(CURLcode code) { return library.curl_easy_strerror(code); }

CURLcode oc4ids_curl_set_long(CURL *easy, CURLoption option, long value) { return library.curl_easy_setopt(easy, option, value); }
CURLcode oc4ids_curl_set_size(CURL *easy, CURLoption option, curl_off_t value) { return library.curl_easy_setopt(easy, option, value); }
CURLcode oc4ids_curl_set_text(CURL *easy, CURLoption option, const char *value) { return library.curl_easy_setopt(easy, option, value); }
CURLcode oc4ids_curl_set_pointer(CURL *easy, CURLoption option, void *value) { return library.curl_easy_setopt(easy, option, value); }
CURLcode oc4ids_curl_set_list(CURL *easy, CURLoption option, struct curl_slist *value) { return library.curl_easy_setopt(easy, option, value); }

CURLcode oc4ids_curl_set_write(CURL *easy, CURLoption option, curl_write_callback function) {
    return library.curl_easy_setopt(easy, option, function);
}

CURLcode oc4ids_curl_set_progress(CURL *easy, curl_xferinfo_callback function) {
    return library.curl_easy_setopt(easy, CURLOPT_XFERINFOFUNCTION, function);
}

CURLcode oc4ids_curl_set_opensocket(CURL *easy, curl_opensocket_callback function) {
    return library.curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, function);
}

CURLcode oc4ids_curl_get_long(CURL *easy, CURLINFO info, long *value) { return library.curl_easy_getinfo(easy, info, value); }
CURLcode oc4ids_curl_get_size(CURL *easy, CURLINFO info, curl_off_t *value) { return library.curl_easy_getinfo(easy, info, value); }
CURLcode oc4ids_curl_get_text(CURL *easy, CURLINFO info, char **value) { return library.curl_easy_getinfo(easy, info, value); }

const char *oc4ids_curl_header(CURL *easy, const char *name, size_t index) {
    struct curl_header *header = NULL;
    // -1: of the last answer, where there were several.
    return library.curl_easy_header(easy, name, index, CURLH_HEADER, -1, &header) == CURLHE_OK ? header->value : NULL;
}

struct curl_slist *oc4ids_curl_slist_append(struct curl_slist *list, const char *text) { return library.curl_slist_append(list, text); }
void oc4ids_curl_slist_free_all(struct curl_slist *list) { library.curl_slist_free_all(list); }

CURLM *oc4ids_curl_multi_init(void) { return library.curl_multi_init(); }
CURLMcode oc4ids_curl_multi_cleanup(CURLM *multi) { return library.curl_multi_cleanup(multi); }
CURLMcode oc4ids_curl_multi_set_long(CURLM *multi, CURLMoption option, long value) { return library.curl_multi_setopt(multi, option, value); }
CURLMcode oc4ids_curl_multi_add_handle(CURLM *multi, CURL *easy) { return library.curl_multi_add_handle(multi, easy); }
CURLMcode oc4ids_curl_multi_remove_handle(CURLM *multi, CURL *easy) { return library.curl_multi_remove_handle(multi, easy); }
CURLMcode oc4ids_curl_multi_perform(CURLM *multi, int *running) {
    locale_t before = utf8 ? uselocale(utf8) : (locale_t)0;
    CURLMcode code = library.curl_multi_perform(multi, running);
    if (before) uselocale(before);
    return code;
}
CURLMcode oc4ids_curl_multi_poll(CURLM *multi, int milliseconds) { return library.curl_multi_poll(multi, NULL, 0, milliseconds, NULL); }
CURLMcode oc4ids_curl_multi_wakeup(CURLM *multi) { return library.curl_multi_wakeup(multi); }

CURL *oc4ids_curl_multi_ended(CURLM *multi, CURLcode *result) {
    int left = 0;
    CURLMsg *message;
    while ((message = library.curl_multi_info_read(multi, &left))) {
        if (message->msg == CURLMSG_DONE) {
            *result = message->data.result;
            return message->easy_handle;
        }
    }
    return NULL;
}

CURLU *oc4ids_curl_url(void) { return library.curl_url(); }
void oc4ids_curl_url_cleanup(CURLU *url) { library.curl_url_cleanup(url); }
CURLUcode oc4ids_curl_url_set(CURLU *url, CURLUPart part, const char *text, unsigned int flags) { return library.curl_url_set(url, part, text, flags); }
CURLUcode oc4ids_curl_url_get(CURLU *url, CURLUPart part, char **text, unsigned int flags) { return library.curl_url_get(url, part, text, flags); }
void oc4ids_curl_free(void *memory) { library.curl_free(memory); }

curl_socket_t oc4ids_open_socket(const struct curl_sockaddr *address) {
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}
