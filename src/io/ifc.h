// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "base/job.h"
#include "base/result.h"
#include "io/drawing.h"
#include "io/plan_reader.h"

namespace trefpunt {

// Whether these bytes are an IFC file, or a zip that may hold one.
bool looks_like_ifc(const std::string& bytes);
bool looks_like_zip(const std::string& bytes);

// The one .ifc in an .ifczip, in memory. Errors: BadInput, Unsupported when it holds ifcXML,
// TooLarge above `most` bytes unpacked, as for read_file(), Cancelled.
Result<std::string> unzip_ifc(const std::string& path, Job& job,
                              std::size_t most = std::size_t{512} << 20);

// Storeys, spaces, walls, doors, windows, stairs and furniture of an IFC file (IFC2x3, IFC4,
// IFC4x3): what a plan at 1 m above each floor shows. Names and GlobalIds are kept
// (`source_key`); what could not be read is in the findings, counted by type.
Result<RawPlan> read_ifc(std::shared_ptr<const std::string> bytes, const std::string& name,
                         const PlanOptions& options, Job& job);

}  // namespace trefpunt
