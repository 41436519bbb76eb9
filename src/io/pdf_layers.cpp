// SPDX-License-Identifier: GPL-3.0-or-later
#include "io/pdf_layers.h"

#include <algorithm>

#include "base/text.h"
#include "io/pdf_text.h"

namespace trefpunt {

PdfLayers::PdfLayers(const PdfFile& file) : file_(file) {
  const PdfValue& usual = file.get(file.get(file.catalog(), "OCProperties"), "D");
  is_off_by_default_ = file.get(usual, "BaseState").is_name("OFF");
  for (const PdfValue& one : file.get(usual, "OFF").items) off_.insert(one.number);
  for (const PdfValue& one : file.get(usual, "ON").items) on_.insert(one.number);
}

std::string PdfLayers::name_of(const PdfValue& group, bool& is_hidden) const {
  const PdfValue* real = &file_.resolved(group);
  double number = group.is(PdfValue::Kind::Ref) ? group.number : -1;
  if (file_.get(*real, "Type").is_name("OCMD")) {  // one of several; the first gives the name
    const auto at = std::find(real->keys.begin(), real->keys.end(), "OCGs");
    if (at == real->keys.end()) return {};
    const PdfValue* one = &real->items[static_cast<std::size_t>(at - real->keys.begin())];
    if (file_.resolved(*one).is(PdfValue::Kind::Array)) {
      const PdfValue& list = file_.resolved(*one);
      if (list.items.empty()) return {};
      one = &list.items.front();
    }
    number = one->is(PdfValue::Kind::Ref) ? one->number : -1;
    real = &file_.resolved(*one);
  }
  is_hidden =
      number >= 0 && (off_.contains(number) || (is_off_by_default_ && !on_.contains(number)));
  return squeeze(pdf_text(file_.get(*real, "Name").text));
}

void PdfLayers::enter(const PdfValue& group) {
  Layer layer = open_.empty() ? Layer{} : open_.back();
  if (!group.is(PdfValue::Kind::Null)) {
    bool is_hidden = false;
    const std::string name = name_of(group, is_hidden);
    if (!name.empty()) layer.name = name;
    layer.is_hidden |= is_hidden;
  }
  open_.push_back(std::move(layer));
}

void PdfLayers::leave() {
  if (!open_.empty()) open_.pop_back();
}

void PdfLayers::leave_to(std::size_t depth) {
  open_.resize(std::min(open_.size(), depth));
}

const std::string& PdfLayers::name() const {
  static const std::string kNone;
  return open_.empty() ? kNone : open_.back().name;
}

const PdfValue& entry_of(const PdfFile& file, const PdfValue& dict, std::string_view key) {
  static const PdfValue kNone;
  const PdfValue& real = file.resolved(dict);
  const auto at = std::find(real.keys.begin(), real.keys.end(), key);
  return at == real.keys.end() ? kNone
                               : real.items[static_cast<std::size_t>(at - real.keys.begin())];
}

}  // namespace trefpunt
