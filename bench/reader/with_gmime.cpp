#include "bench/reader/same_work.hpp"

#include <gmime/gmime.h>

#include <cstring>
#include <memory>

namespace redress::bench {
namespace {

struct Unref {
  void operator()(gpointer object) const { g_object_unref(object); }
};
template <class T>
using Object = std::unique_ptr<T, Unref>;

struct FreeText {
  void operator()(char* text) const { g_free(text); }
};
using Text = std::unique_ptr<char, FreeText>;

struct FreeReferences {
  void operator()(GMimeReferences* references) const { g_mime_references_free(references); }
};

std::size_t size_of(const char* text) {
  return text == nullptr ? 0 : std::strlen(text);
}

std::size_t size_of(InternetAddressList* list) {
  std::size_t sum = 0;
  for (int i = 0; i < internet_address_list_length(list); ++i) {
    auto* address = internet_address_list_get_address(list, i);
    if (INTERNET_ADDRESS_IS_GROUP(address)) {
      sum += size_of(internet_address_group_get_members(INTERNET_ADDRESS_GROUP(address)));
    } else {
      sum += size_of(internet_address_get_name(address)) +
             size_of(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(address)));
    }
  }
  return sum;
}

std::size_t ids_size(GMimeMessage* message, const char* name) {
  const char* value = g_mime_object_get_header(GMIME_OBJECT(message), name);
  if (value == nullptr) return 0;
  const std::unique_ptr<GMimeReferences, FreeReferences> ids{
      g_mime_references_parse(nullptr, value)};
  std::size_t sum = 0;
  for (int i = 0; i < g_mime_references_length(ids.get()); ++i) {
    sum += size_of(g_mime_references_get_message_id(ids.get(), i));
  }
  return sum;
}

std::size_t header_bytes(GMimeMessage* message) {
  (void)g_mime_message_get_date(message);
  std::size_t sum = size_of(g_mime_message_get_subject(message)) +
                    size_of(g_mime_message_get_message_id(message));
  for (auto* list : {g_mime_message_get_from(message), g_mime_message_get_sender(message),
                     g_mime_message_get_reply_to(message), g_mime_message_get_to(message),
                     g_mime_message_get_cc(message)}) {
    sum += size_of(list);
  }
  return sum + ids_size(message, "In-Reply-To") + ids_size(message, "References");
}

void read_leaf(GMimePart* part, Tally& out) {
  ++out.leaves;
  out.header_bytes += size_of(g_mime_part_get_filename(part));
  if (GMIME_IS_TEXT_PART(part)) {
    const Text text{g_mime_text_part_get_text(GMIME_TEXT_PART(part))};
    out.text_bytes += size_of(text.get());
    return;
  }
  auto* content = g_mime_part_get_content(part);
  if (content == nullptr) return;
  const Object<GMimeStream> bytes{g_mime_stream_mem_new()};
  g_mime_data_wrapper_write_to_stream(content, bytes.get());
  out.file_bytes += g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(bytes.get()))->len;
}

// As deep as GMime's own parser goes, which bounds nesting.
void read_entity(GMimeObject* entity, Tally& out) {
  if (entity == nullptr) return;
  if (GMIME_IS_MULTIPART(entity)) {
    auto* multipart = GMIME_MULTIPART(entity);
    for (int i = 0; i < g_mime_multipart_get_count(multipart); ++i) {
      read_entity(g_mime_multipart_get_part(multipart, i), out);
    }
  } else if (GMIME_IS_MESSAGE_PART(entity)) {
    auto* message = g_mime_message_part_get_message(GMIME_MESSAGE_PART(entity));
    if (message != nullptr) read_entity(g_mime_message_get_mime_part(message), out);
  } else if (GMIME_IS_PART(entity)) {
    read_leaf(GMIME_PART(entity), out);
  }
}

}  // namespace

void start_gmime() {
  g_mime_init();
}

Tally read_with_gmime(std::string_view mail) {
  Tally out;
  const Object<GMimeStream> stream{g_mime_stream_mem_new_with_buffer(mail.data(), mail.size())};
  const Object<GMimeParser> parser{g_mime_parser_new_with_stream(stream.get())};
  const Object<GMimeMessage> message{g_mime_parser_construct_message(parser.get(), nullptr)};
  if (!message) return out;
  out.header_bytes = header_bytes(message.get());
  read_entity(g_mime_message_get_mime_part(message.get()), out);
  return out;
}

}  // namespace redress::bench
