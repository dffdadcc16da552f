// reader_bench ROUNDS [FOLDER]: what reading mail costs, beside GMime. FOLDER is laid out as the
// public corpora are, and is theirs where CMake was given REDRESS_CORPORA. Prints one JSON object;
// bench/works/reader.py makes rows of it.
#include "bench/reader/mails.hpp"
#include "bench/reader/same_work.hpp"
#include "bench/reader/steps.hpp"

#include <sodium.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <exception>
#include <iostream>

namespace redress::bench {
namespace {

using nlohmann::json;

/// The least time that a mail took in all rounds; what disturbs only adds.
struct Least {
  double redress{1e9};
  double gmime{1e9};
  double read{1e9};
  double classify{1e9};
};

struct Measured {
  const MailSet& set;
  json redress = json::array();  ///< seconds of the work that both do, a round
  json gmime = json::array();
  json read = json::array();  ///< seconds of read_message, a round
  json classify = json::array();
  Tally by_redress, by_gmime;  ///< of all rounds
  StepSeconds steps{};
  std::vector<Least> least = std::vector<Least>(set.mails.size());
};

double same_work(const MailSet& set, Tally (*read)(std::string_view), Tally& tally,
                 std::vector<Least>& least, double Least::*mine) {
  double sum = 0;
  for (std::size_t i = 0; i < set.mails.size(); ++i) {
    const double begin = cpu_seconds();
    tally += read(set.mails[i].bytes);
    const double took = cpu_seconds() - begin;
    least[i].*mine = std::min(least[i].*mine, took);
    sum += took;
  }
  return sum;
}

void measure_round(Measured& out, bool redress_first) {
  const auto ours = [&] {
    out.redress.push_back(
        same_work(out.set, read_with_redress, out.by_redress, out.least, &Least::redress));
  };
  const auto theirs = [&] {
    out.gmime.push_back(
        same_work(out.set, read_with_gmime, out.by_gmime, out.least, &Least::gmime));
  };
  if (redress_first) ours();
  theirs();
  if (!redress_first) ours();
  WholeReading whole;
  for (std::size_t i = 0; i < out.set.mails.size(); ++i) {
    const auto one = read_whole(out.set.mails[i].bytes);
    whole.read += one.read;
    whole.classify += one.classify;
    out.least[i].read = std::min(out.least[i].read, one.read);
    out.least[i].classify = std::min(out.least[i].classify, one.classify);
  }
  out.read.push_back(whole.read);
  out.classify.push_back(whole.classify);
  for (const auto& mail : out.set.mails) measure_steps(mail.bytes, out.steps);
}

json shown(const Tally& tally) {
  return {{"leaves", tally.leaves},
          {"header_bytes", tally.header_bytes},
          {"text_bytes", tally.text_bytes},
          {"file_bytes", tally.file_bytes}};
}

json shown(const Measured& measured) {
  json steps = json::array();
  for (std::size_t i = 0; i < k_steps; ++i) {
    steps.push_back({{"name", name_of(static_cast<Step>(i))}, {"seconds", measured.steps[i]}});
  }
  json mails = json::array();
  for (std::size_t i = 0; i < measured.least.size(); ++i) {
    const auto& mail = measured.set.mails[i];
    const auto& least = measured.least[i];
    mails.push_back({{"file", mail.file},
                     {"bytes", mail.bytes.size()},
                     {"redress", least.redress},
                     {"gmime", least.gmime},
                     {"read", least.read},
                     {"classify", least.classify}});
  }
  return {{"name", measured.set.name},
          {"bytes", measured.set.bytes()},
          {"redress", measured.redress},
          {"gmime", measured.gmime},
          {"read", measured.read},
          {"classify", measured.classify},
          {"by_redress", shown(measured.by_redress)},
          {"by_gmime", shown(measured.by_gmime)},
          {"steps", steps},
          {"mails", mails}};
}

int run(int count, char** words) {
  if (count < 2) throw std::runtime_error{"usage: reader_bench ROUNDS [FOLDER]"};
  const int rounds = std::stoi(words[1]);
  const std::filesystem::path corpora = count > 2 ? words[2] : REDRESS_CORPORA;
  if (corpora.empty()) throw std::runtime_error{"name the folder of the corpora"};
  if (sodium_init() < 0) throw std::runtime_error{"libsodium does not start"};
  start_gmime();
  auto sets = load_mails(corpora);
  sets.push_back(large_mails());
  std::vector<Measured> measured;
  for (const auto& set : sets) measured.push_back({.set = set});
  for (int round = 0; round < rounds; ++round) {
    for (auto& one : measured) measure_round(one, round % 2 == 0);
  }
  json out = json::array();
  for (const auto& one : measured) out.push_back(shown(one));
  std::cout << out << '\n';
  return 0;
}

}  // namespace
}  // namespace redress::bench

int main(int count, char** words) {
  try {
    return redress::bench::run(count, words);
  } catch (const std::exception& error) {
    std::cerr << "reader_bench: " << error.what() << '\n';
    return 1;
  }
}
